package io.github.iisaudit.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Ties a logon to the TLS connection that carries it, as domain controllers with {@code LdapEnforceChannelBinding} want it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5929#section-4">RFC 5929, tls-server-end-point</a>
 */
final class ChannelBinding {

    /** How Java 16 and later is told; earlier ones pass over it. */
    private static final String PROPERTY = "jdk.internal.sasl.tlschannelbinding";

    private static final String PREFIX = "tls-server-end-point:";

    private ChannelBinding() {}

    static Map<String, byte[]> properties(SSLSession session) {
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(PREFIX.getBytes(StandardCharsets.US_ASCII));
            data.writeBytes(MessageDigest.getInstance(digest(certificate.getSigAlgName()))
                    .digest(certificate.getEncoded()));
            return Map.of(PROPERTY, data.toByteArray());
        } catch (SSLPeerUnverifiedException | GeneralSecurityException e) {
            return Map.of();
        }
    }

    /** That of the certificate's signature, but none that is weaker than SHA-256. */
    private static String digest(String signature) {
        String name = signature.toUpperCase(Locale.ROOT);
        return name.startsWith("SHA384") ? "SHA-384" : name.startsWith("SHA512") ? "SHA-512" : "SHA-256";
    }
}
