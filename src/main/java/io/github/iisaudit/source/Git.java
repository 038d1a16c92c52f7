package io.github.iisaudit.source;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program git, asked about one folder: never through a shell, without prompts, hooks, monitors and the network, so
 * that a repository that came from elsewhere runs nothing. Safe for use by several threads.
 *
 * @see <a href="https://git-scm.com/docs/git">git, its environment variables</a>
 */
final class Git {

    private static final long SECONDS = 60;

    /** What tells git of another repository than that of the folder. */
    private static final List<String> FOREIGN = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_PREFIX",
            "GIT_EXTERNAL_DIFF",
            "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS",
            "GIT_NOGLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS");

    private static final Map<String, String> QUIET = Map.of(
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_ALLOW_PROTOCOL", "",
            "GIT_PAGER", "",
            "LC_ALL", "C");

    private final Path program;
    private final Path folder;

    /**
     * What git answered.
     *
     * @param exit its exit code
     * @param error the first line that it complained with; may be empty
     */
    record Answer(int exit, byte[] output, String error) {

        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        /** What stands between the zeros that {@code -z} asks for. */
        List<String> records() {
            String text = text();
            return text.isEmpty() ? List.of() : Arrays.asList(text.split("\0"));
        }
    }

    private Git(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Git in a folder; empty where the program is on no absolute folder of the PATH. */
    static Optional<Git> in(Path folder) {
        return in(folder, System.getenv());
    }

    static Optional<Git> in(Path folder, Map<String, String> environment) {
        String name = File.separatorChar == '\\' ? "git.exe" : "git";
        String path = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        for (String place : path.split(File.pathSeparator)) {
            Path program = program(place, name);
            if (program != null) {
                return Optional.of(new Git(program, folder.toAbsolutePath()));
            }
        }
        return Optional.empty();
    }

    /** A relative place, and an empty one, would find what lies in the working directory. */
    private static @Nullable Path program(String place, String name) {
        try {
            Path folder = Path.of(place);
            Path program = folder.resolve(name);
            return folder.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program) ? program : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Asks without input. */
    Answer ask(String... arguments) throws IOException {
        return ask(new byte[0], arguments);
    }

    /**
     * Asks.
     *
     * @throws IOException where git cannot be run, or does not answer in time
     */
    Answer ask(byte[] input, String... arguments) throws IOException {
        Process process = start(arguments);
        Stream output = new Stream(process.getInputStream());
        Stream errors = new Stream(process.getErrorStream());
        Thread writing = thread(() -> write(input, process.getOutputStream()));
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("git does not answer within " + SECONDS + " seconds");
            }
            writing.join();
            String complaint = new String(errors.bytes(), StandardCharsets.UTF_8);
            String first = complaint.lines().findFirst().orElse("");
            return new Answer(process.exitValue(), output.bytes(), first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-C",
                folder.toString(),
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(FOREIGN);
        builder.environment().putAll(QUIET);
        return builder.start();
    }

    /** A program that wants no more is no error here: it says itself what is wrong. */
    private static void write(byte[] input, OutputStream stream) {
        try (stream) {
            stream.write(input);
        } catch (IOException e) {
            return;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "git");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A stream of the program, read while it runs. */
    private static final class Stream {

        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final Thread reading;

        Stream(InputStream stream) {
            reading = thread(() -> copy(stream));
        }

        private void copy(InputStream stream) {
            try (stream) {
                stream.transferTo(read);
            } catch (IOException e) {
                return; // the program was ended
            }
        }

        byte[] bytes() throws InterruptedException {
            reading.join();
            return read.toByteArray();
        }
    }
}
