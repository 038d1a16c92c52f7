package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.directory.LiveSource.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever listens there instead of a directory. */
class LiveFaultTest {

    /** What an answer is made of. */
    private interface Conversation {
        void hold(Socket socket) throws IOException, InterruptedException;
    }

    private static String fault(String scheme, int port, Patience patience) {
        LiveSource source = new LiveSource(
                DirectoryAddress.of(scheme + "://localhost:" + port),
                Logon.of("audit", "secret"),
                new byte[0],
                patience);
        try {
            new Registry().read(source);
            return "none";
        } catch (UnreadableDirectoryException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String fault(String scheme, Patience patience, Conversation conversation) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    conversation.hold(socket);
                } catch (IOException | InterruptedException e) {
                    return; // the other side has gone
                }
            });
            thread.setDaemon(true);
            thread.start();
            return fault(scheme, server.getLocalPort(), patience);
        }
    }

    private static Patience patience(int milliseconds) {
        return new Patience(milliseconds, milliseconds, 20_000);
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(fault("ldaps", port, patience(2_000))).isEqualTo("it refuses connections to port " + port);
    }

    @Test
    void nothingIsEverAnswered() throws IOException {
        Conversation silence = socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(fault("ldaps", patience(1_000), silence)).isEqualTo("it does not answer within 1 s");
        assertThat(fault("ldap", patience(1_000), silence)).isEqualTo("it does not answer within 1 s");
    }

    /** Each byte in time, and no end. */
    @Test
    void anAnswerThatNeverEndsIsCutOff() throws IOException {
        Conversation trickle = socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {0x30, (byte) 0x83, 0x01, 0x00, 0x00, 0x02, 0x01, 0x01});
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        };
        assertThat(fault("ldap", new Patience(1_000, 1_000, 1_500), trickle))
                .isEqualTo("it does not come to an end with its answer");
    }

    @Test
    void garbageIsNoAnswer() throws IOException {
        Conversation web = socket -> {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isPositive();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        };
        assertThat(fault("ldaps", patience(2_000), web)).startsWith("it does not speak TLS as expected at port ");
        assertThat(fault("ldap", patience(2_000), web)).contains("no LDAP");
    }

    @Test
    void aMessageThatClaimsToBeGiganticIsNotWaitedFor() throws IOException {
        Conversation liar = socket -> {
            assertThat(socket.getInputStream().read()).isPositive();
            socket.getOutputStream().write(new byte[] {0x30, (byte) 0x84, 0x7F, 0x00, 0x00, 0x00});
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
        assertThat(fault("ldap", patience(2_000), liar)).contains("no LDAP");
    }

    @Test
    void aHostThatIsNotThereIsOne() {
        LiveSource source = new LiveSource(
                DirectoryAddress.of("ldaps://nowhere.invalid"), Logon.of("a", "b"), new byte[0], patience(2_000));
        assertThatThrownBy(() -> new Registry().read(source)).hasMessage("there is no host of this name");
    }

    @Test
    void authoritiesThatAreNoneAreSaid() {
        LiveSource source = new LiveSource(
                DirectoryAddress.of("ldaps://localhost:1"), Logon.of("a", "b"), new byte[] {1, 2}, patience(2_000));
        assertThatThrownBy(() -> new Registry().read(source))
                .hasMessage("the file of --directory-ca has no certificate that can be read");
    }
}
