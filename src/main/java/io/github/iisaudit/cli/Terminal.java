package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether somebody looks at what a stream of this process says. */
final class Terminal {

    private Terminal() {}

    /** Standard output goes to a terminal. */
    static boolean isOutput() {
        return is(1);
    }

    /** Standard error goes to a terminal. */
    static boolean isError() {
        return is(2);
    }

    /** Linux tells for each stream; elsewhere Java knows only of standard input and output together. */
    private static boolean is(int descriptor) {
        String device = device(Path.of("/proc/self/fd/" + descriptor));
        return device == null
                ? System.console() != null
                : device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    }

    private static @Nullable String device(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }
}
