package io.github.iisaudit.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/** A connection to a directory on which somebody has signed on. No password has gone over it but through TLS. */
final class LiveConnection implements AutoCloseable {

    /** What is asked of it. */
    interface Question<T> {
        T ask(LDAPConnection connection) throws LDAPException;
    }

    private final LiveSource source;
    private final Socket socket;
    private final LDAPConnection ldap;

    private LiveConnection(LiveSource source, Socket socket, LDAPConnection ldap) {
        this.source = source;
        this.socket = socket;
        this.ldap = ldap;
    }

    static LiveConnection open(LiveSource source) throws UnreadableDirectoryException {
        TlsLayer tls = new TlsLayer(source.address().host(), source.authorities());
        Socket socket = dialled(source);
        LiveConnection connection = new LiveConnection(source, socket, new LDAPConnection(options(source)));
        boolean isOpen = false;
        try {
            connection.ask(ldap -> connection.begin(ldap, tls));
            isOpen = true;
            return connection;
        } finally {
            if (!isOpen) {
                connection.close();
            }
        }
    }

    private static LDAPConnectionOptions options(LiveSource source) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setUseLinger(false, 0);
        options.setConnectTimeoutMillis(source.patience().reading());
        options.setResponseTimeoutMillis(source.patience().reading());
        return options;
    }

    /** A connection to one of the addresses of the host. */
    private static Socket dialled(LiveSource source) throws UnreadableDirectoryException {
        IOException failure = new UnknownHostException();
        try {
            for (InetAddress each : InetAddress.getAllByName(source.address().host())) {
                Socket socket = new Socket();
                try {
                    socket.connect(
                            new InetSocketAddress(each, source.address().port()),
                            source.patience().connecting());
                    socket.setSoTimeout(source.patience().reading());
                    return socket;
                } catch (IOException e) {
                    socket.close();
                    failure = e;
                }
            }
        } catch (IOException e) {
            failure = e;
        }
        throw new UnreadableDirectoryException(LiveFault.unreachable(failure, source));
    }

    private ResultCode begin(LDAPConnection connection, TlsLayer tls) throws LDAPException {
        DirectoryAddress address = source.address();
        try {
            Socket ready = address.isTls() ? tls.over(socket) : socket;
            connection.connect(address.host(), socket.getInetAddress(), address.port(), handing(ready, connection));
        } catch (IOException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, e);
        }
        if (!address.isTls() && source.logon().needsTls()) {
            encrypt(connection, tls);
        }
        return connection.bind(source.logon().request(address.host())).getResultCode();
    }

    private static void encrypt(LDAPConnection connection, TlsLayer tls) throws LDAPException {
        ResultCode answer;
        try {
            answer = connection
                    .processExtendedOperation(new StartTLSExtendedRequest(tls))
                    .getResultCode();
        } catch (LDAPException e) {
            answer = e.getResultCode();
            if (!answer.isConnectionUsable()) {
                throw e;
            }
        }
        if (!answer.equals(ResultCode.SUCCESS) || connection.getSSLSession() == null) {
            throw new LDAPException(ResultCode.CONFIDENTIALITY_REQUIRED);
        }
    }

    /** Makes the library take a socket that is there; gives how long it may wait for that. */
    private int handing(Socket ready, LDAPConnection connection) {
        connection.setSocketFactory(new SocketFactory() {
            @Override
            public Socket createSocket(String host, int port) {
                return ready;
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                return ready;
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                return ready;
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                return ready;
            }
        });
        return 2 * source.patience().reading(); // the socket itself gives up first
    }

    /** An answer; one that takes longer than anybody waits is none. */
    <T> T ask(Question<T> question) throws UnreadableDirectoryException {
        try (Deadline deadline = new Deadline(socket, source.patience().answering())) {
            try {
                return question.ask(ldap);
            } catch (LDAPException e) {
                throw new UnreadableDirectoryException(deadline.isOver() ? LiveFault.SLOW : LiveFault.of(e, source));
            }
        }
    }

    @Override
    public void close() {
        ldap.close();
        try {
            socket.close();
        } catch (IOException e) {
            return; // nobody needs it any more
        }
    }
}
