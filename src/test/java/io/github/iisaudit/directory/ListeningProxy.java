package io.github.iisaudit.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Passes one connection on to a port of the loopback and hears what the client says. */
final class ListeningProxy implements AutoCloseable {

    private final ServerSocket server;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    ListeningProxy(int target) throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        inBackground(() -> serve(target));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                return; // one side has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(int target) throws IOException {
        Socket client = server.accept();
        Socket real = new Socket(InetAddress.getLoopbackAddress(), target);
        inBackground(() -> real.getInputStream().transferTo(client.getOutputStream()));
        pass(client.getInputStream(), real.getOutputStream());
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            synchronized (heard) {
                heard.write(buffer, 0, length);
            }
            to.write(buffer, 0, length);
            to.flush();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the client has said, a character a byte. */
    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
