package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How long git is waited for. Where a pipe lies among what it reads it waits for ever: it is given up once it does nothing, and
 * nobody waits twice for one work tree. What is waited for ends with the program. Used by one thread.
 */
final class GitPatience {

    private static final int LONGEST = 60;
    private static final int IDLE = 10;

    private static final Set<Path> SILENT = ConcurrentHashMap.newKeySet();
    private static final Set<Process> AWAITED = ConcurrentHashMap.newKeySet();

    private static boolean isListening;

    private final Path top;
    private @Nullable Duration worked;
    private int seconds;
    private int idle;

    GitPatience(Path top) {
        this.top = top;
    }

    /** Fails where git would wait, or has not answered, in the work tree that begins at a folder. */
    static void refuse(Path top) throws IOException {
        if (SILENT.contains(top)) {
            throw new IOException("git has not answered before");
        }
        Path pipe = GitFolder.pipe(top);
        if (pipe != null) {
            Path shown = pipe.startsWith(top) ? top.relativize(pipe) : pipe;
            throw new IOException(Drives.slashes(shown) + " " + NamedFile.NO_FILE);
        }
    }

    /** Has a process end with the program: it may be waiting for what never comes. */
    static void begin(Process process) {
        listen();
        AWAITED.add(process);
    }

    private static synchronized void listen() {
        try {
            if (!isListening) {
                isListening = true;
                Runtime.getRuntime().addShutdownHook(new Thread(GitPatience::endAll));
            }
        } catch (IllegalStateException e) {
            // The program is ending.
        }
    }

    /** The process is over. */
    static void end(Process process) {
        AWAITED.remove(process);
    }

    /**
     * Another second has gone by without an answer.
     *
     * @param process what is waited for; null before it is begun
     * @throws IOException where it is not to be waited for any longer
     */
    void second(@Nullable Process process) throws IOException {
        seconds++;
        Duration now = process == null ? null : work(process);
        idle = now != null && now.equals(worked) ? idle + 1 : 0;
        worked = now;
        if (idle >= IDLE || seconds >= LONGEST) {
            SILENT.add(top);
            throw new IOException(
                    idle >= IDLE
                            ? "git does nothing but wait: a pipe or a device may lie where it reads"
                            : "git does not answer within " + LONGEST + " seconds");
        }
    }

    /** The time that it had of the processors, with what it started: on Windows git is started by another git. Null if unknown. */
    private static @Nullable Duration work(Process process) {
        List<ProcessHandle> handles = new ArrayList<>(process.descendants().toList());
        handles.add(process.toHandle());
        Duration sum = null;
        for (ProcessHandle handle : handles) {
            Optional<Duration> some = handle.info().totalCpuDuration();
            sum = some.isPresent() ? some.get().plus(sum == null ? Duration.ZERO : sum) : sum;
        }
        return sum;
    }

    private static void endAll() {
        for (Process process : AWAITED) {
            process.destroyForcibly();
        }
    }
}
