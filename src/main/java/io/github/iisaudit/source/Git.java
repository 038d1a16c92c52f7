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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program git, asked about one work tree: never through a shell, without prompts, hooks, monitors, filters and the
 * network, so that a repository that came from elsewhere runs nothing. The work tree is the one whose {@code .git} is found
 * in or above a folder; what else git would take for a repository is none. Safe for use by several threads.
 *
 * @see GitGuard
 * @see <a href="https://git-scm.com/docs/git">git, its environment variables</a>
 */
final class Git {

    /** Far above the list of any repository's files, and below what fills the memory: a few folders in each other can list billions. */
    private static final int MOST = 64 << 20;

    /** The exit code of {@code git config} where nothing has such a name. */
    private static final int NONE = 1;

    /** What the tree itself says is ignored; the lists of a repository and of its configuration come with no change that is seen. */
    static final String IGNORED = "--exclude-per-directory=.gitignore";

    private final Path program;
    private final Path top;
    private @Nullable GitGuard guard;

    /**
     * What git answered.
     *
     * @param exit its exit code
     * @param error the first line that it complained with, hints apart; may be empty
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

    private Git(Path program, Path top) {
        this.program = program;
        this.top = top;
    }

    /** Git in the work tree that a folder lies in; empty where it lies in none, or there is no such program. */
    static Optional<Git> around(Path folder) {
        return top(folder).flatMap(Git::in);
    }

    /** The real path of the nearest folder, in or above a folder, that has a {@code .git}. To be asked before git is run. */
    static Optional<Path> top(Path folder) {
        try {
            for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
                if (isRepository(at.resolve(".git"))) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of a linked work tree and a submodule it is a file that says where the repository lies. */
    private static boolean isRepository(Path git) {
        return Files.isRegularFile(git)
                || Files.exists(git.resolve("HEAD"))
                        && Files.exists(git.resolve("objects"))
                        && Files.exists(git.resolve("refs"));
    }

    /** Git in a folder that is the top of a work tree; empty where no absolute folder of the PATH outside of it has it. */
    static Optional<Git> in(Path top) {
        return in(top, System.getenv());
    }

    static Optional<Git> in(Path top, Map<String, String> environment) {
        String name = File.separatorChar == '\\' ? "git.exe" : "git";
        String path = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        for (String place : path.split(File.pathSeparator)) {
            Path program = program(place, name);
            if (program != null && !liesIn(top, program)) {
                return Optional.of(new Git(program, top.toAbsolutePath()));
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

    /** A work tree may bring a git of its own to a folder that is on the PATH, such as node_modules/.bin. */
    private static boolean liesIn(Path top, Path program) {
        Path folder = program.getParent();
        try {
            Path real = top.toRealPath();
            return folder == null
                    || real.getNameCount() > 0 && folder.toRealPath().startsWith(real);
        } catch (IOException e) {
            return true;
        }
    }

    Path top() {
        return top;
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
        return answer(start(arguments), input);
    }

    /** Begins a call that is asked more than once; what it complains of is lost. */
    Process start(String... arguments) throws IOException {
        GitPatience.refuse(top);
        return guard().process(program, arguments).start();
    }

    /** Filters are switched off by their names, which only the configuration tells. Asking for these runs none. */
    private synchronized GitGuard guard() throws IOException {
        if (guard == null) {
            GitGuard first = GitGuard.of(top);
            Process names = first.process(program, "config", "-z", "--name-only", "--get-regexp", "^filter\\.")
                    .start();
            Answer answer = answer(names, new byte[0]);
            if (answer.exit() > NONE) {
                throw new IOException(answer.error());
            }
            guard = first.without(answer.records());
        }
        return guard;
    }

    private Answer answer(Process process, byte[] input) throws IOException {
        Stream output = new Stream(process.getInputStream());
        Stream errors = new Stream(process.getErrorStream());
        Thread writing = thread(() -> write(input, process.getOutputStream()));
        GitPatience patience = new GitPatience(top);
        GitPatience.begin(process);
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                patience.second(process);
            }
            writing.join();
            if (output.isCut) {
                throw new IOException("git answers more than 64 MiB");
            }
            String complaint = new String(errors.bytes(), StandardCharsets.UTF_8);
            String first = complaint
                    .lines()
                    .filter(line -> !line.startsWith("hint:"))
                    .findFirst()
                    .orElse("");
            return new Answer(process.exitValue(), output.bytes(), first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        } finally {
            GitPatience.end(process);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
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
        private volatile boolean isCut;

        Stream(InputStream stream) {
            reading = thread(() -> copy(stream));
        }

        private void copy(InputStream stream) {
            try (stream) {
                byte[] some = new byte[1 << 13];
                for (int n = stream.read(some); n >= 0 && !isCut; n = stream.read(some)) {
                    read.write(some, 0, n);
                    isCut = read.size() > MOST;
                }
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
