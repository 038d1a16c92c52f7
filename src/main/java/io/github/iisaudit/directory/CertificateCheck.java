package io.github.iisaudit.directory;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Refuses what Java refuses, and a certificate past its time that is trusted as itself, with words that say which it is. */
final class CertificateCheck extends X509ExtendedTrustManager {

    /** Why a certificate is refused. */
    static final class Refusal extends CertificateException {

        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason);
        }
    }

    private final X509ExtendedTrustManager java;

    CertificateCheck(X509ExtendedTrustManager java) {
        this.java = java;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        X509Certificate own = chain[0];
        Date now = new Date();
        if (now.after(own.getNotAfter())) {
            throw new Refusal("its certificate has expired, on " + day(own.getNotAfter()));
        } else if (now.before(own.getNotBefore())) {
            throw new Refusal("its certificate is not valid before " + day(own.getNotBefore()));
        } else if (!isPathTrusted(chain, type)) {
            throw new Refusal(
                    "its certificate comes from no authority that is trusted: name that one with --directory-ca FILE");
        } else if (!isWhollyTrusted(chain, type, socket)) {
            throw new Refusal("its certificate is for another host: " + names(own));
        }
    }

    private static String day(Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private boolean isPathTrusted(X509Certificate[] chain, String type) {
        try {
            java.checkServerTrusted(chain, type);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private boolean isWhollyTrusted(X509Certificate[] chain, String type, Socket socket) {
        try {
            java.checkServerTrusted(chain, type, socket);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static String names(X509Certificate certificate) throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(each -> {
                if (each.get(1) instanceof String name) {
                    names.add(name);
                }
            });
        }
        return names.isEmpty() ? certificate.getSubjectX500Principal().getName() : String.join(", ", names);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        java.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("nobody asks us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("nobody asks us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody asks us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }
}
