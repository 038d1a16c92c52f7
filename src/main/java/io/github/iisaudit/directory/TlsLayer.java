package io.github.iisaudit.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Puts TLS over connections to one host, whose certificate has to name it. */
final class TlsLayer extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final String host;

    /** @param authorities certificates, PEM or DER; empty for those that Java trusts */
    TlsLayer(String host, byte[] authorities) throws UnreadableDirectoryException {
        this.host = host;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new CertificateCheck(trusted(authorities))}, null);
            this.tls = context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnreadableDirectoryException("the file of --directory-ca has no certificate that can be read");
        }
    }

    private static X509ExtendedTrustManager trusted(byte[] authorities) throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (authorities.length > 0) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            for (Certificate each : certificates.generateCertificates(new ByteArrayInputStream(authorities))) {
                store.setCertificateEntry("ca" + number++, each);
            }
            if (number == 0) {
                throw new GeneralSecurityException("no certificate");
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager known) {
                return known;
            }
        }
        throw new GeneralSecurityException("this Java checks no certificates");
    }

    /** TLS over a connection; its first use exchanges keys. */
    SSLSocket over(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        secure.setSSLParameters(parameters);
        return secure;
    }

    @Override
    public Socket createSocket(Socket socket, String name, int port, boolean isClosed) throws IOException {
        return over(socket);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String name, int port) throws IOException {
        throw new SocketException("over another one only");
    }

    @Override
    public Socket createSocket(String name, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(name, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }
}
