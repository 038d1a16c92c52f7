package io.github.iisaudit.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A directory of contoso.test within this process, on the loopback: over TLS, with StartTLS, and without either. It remembers what it
 * was asked.
 */
public final class DirectoryServer implements AutoCloseable {

    public static final String USER = "CN=audit,DC=contoso,DC=test";
    public static final String PASSWORD = "Pl4nted-password";

    private static final String STORE_PASSWORD = "changeit";

    private final InMemoryDirectoryServer server;
    private final Path authority;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private String denial = "";
    private UnaryOperator<Entry> shown = entry -> entry;

    private DirectoryServer(Path folder, String... certificate) {
        authority = folder.resolve("authority.pem");
        try {
            SSLUtil tls = tls(folder.resolve("server.jks"), certificate);
            InetAddress loopback = InetAddress.getLoopbackAddress();
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("DC=contoso,DC=test");
            config.setSchema(null);
            config.addAdditionalBindCredentials(USER, PASSWORD);
            config.addInMemoryOperationInterceptor(new Memory());
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPSConfig(
                            "tls", loopback, 0, tls.createSSLServerSocketFactory(), null),
                    InMemoryListenerConfig.createLDAPConfig("start", loopback, 0, tls.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPConfig("plain", loopback, 0, null));
            server = new InMemoryDirectoryServer(config);
            server.add("dn: DC=contoso,DC=test", "objectClass: domain");
            server.startListening();
        } catch (LDAPException | LDIFException | IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** One with a certificate for localhost of today. */
    public static DirectoryServer in(Path folder) {
        return new DirectoryServer(folder, "--subject-alternative-name-dns", "localhost", "--days-valid", "2");
    }

    /** One with another certificate, by the options of the library's own tool. */
    static DirectoryServer in(Path folder, String... certificate) {
        return new DirectoryServer(folder, certificate);
    }

    private SSLUtil tls(Path store, String... certificate) throws IOException, GeneralSecurityException {
        List<String> options = new ArrayList<>(
                List.of("generate-self-signed-certificate", "--subject-dn", "CN=test", "--key-size-bits", "2048"));
        options.addAll(Arrays.asList(certificate));
        manage(store, options);
        String text = manage(store, List.of("export-certificate", "--output-format", "PEM"));
        Files.writeString(authority, text.substring(text.indexOf("-----BEGIN")));
        KeyStoreKeyManager keys = new KeyStoreKeyManager(store.toFile(), STORE_PASSWORD.toCharArray(), "JKS", "server");
        return new SSLUtil(keys, new TrustAllTrustManager());
    }

    private static String manage(Path store, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--alias", "server", "--keystore", store.toString(), "--keystore-password", STORE_PASSWORD));
        if (options.get(0).startsWith("generate")) {
            all.addAll(List.of("--keystore-type", "JKS"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultCode code = ManageCertificates.main(null, out, out, all.toArray(String[]::new));
        String told = out.toString(StandardCharsets.UTF_8);
        if (!code.equals(ResultCode.SUCCESS)) {
            throw new AssertionError(told);
        }
        return told;
    }

    /** Adds objects. */
    public DirectoryServer with(String... ldif) {
        try {
            for (String record : String.join("\n", ldif).split("\n\n+")) {
                server.add(record.strip().split("\n"));
            }
        } catch (LDAPException | LDIFException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Lets nobody sign on, with what Active Directory says then. */
    DirectoryServer denying(String diagnostic) {
        denial = diagnostic;
        return this;
    }

    /** Shows objects otherwise than it has them. */
    DirectoryServer showing(UnaryOperator<Entry> otherwise) {
        shown = otherwise;
        return this;
    }

    /** What it was asked since it began, in order: {@code bind}, searches with their attributes. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public String ofTls() {
        return "ldaps://localhost:" + server.getListenPort("tls");
    }

    public String ofStartTls() {
        return "ldap://localhost:" + server.getListenPort("start");
    }

    /** The port that {@link #ofStartTls} is about. */
    int startTlsPort() {
        return server.getListenPort("start");
    }

    String ofPlain() {
        return "ldap://localhost:" + server.getListenPort("plain");
    }

    /** The certificate to trust. */
    public Path authority() {
        return authority;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private final class Memory extends InMemoryOperationInterceptor {

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            asked.add("bind");
            if (!denial.isEmpty()) {
                throw new LDAPException(ResultCode.INVALID_CREDENTIALS, denial);
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            asked.add("search '" + request.getRequest().getBaseDN() + "' for "
                    + request.getRequest().getAttributeList());
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry result) {
            result.setSearchEntry(shown.apply(result.getSearchEntry()));
        }
    }
}
