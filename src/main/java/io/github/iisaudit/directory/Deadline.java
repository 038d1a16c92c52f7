package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Timer;
import java.util.TimerTask;

/** The time within which something has to come to its end: past it the connection is closed, however often a byte comes. */
final class Deadline implements AutoCloseable {

    private final Timer timer = new Timer("deadline", true);
    private volatile boolean isOver;

    Deadline(Socket socket, int milliseconds) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        isOver = true;
                        closed(socket);
                    }
                },
                milliseconds);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
