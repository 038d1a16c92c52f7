package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Single files of a git work tree as they were committed at a revision, whether they changed since or not. Git is asked once for
 * all files that are named together. Not safe for use by several threads.
 *
 * @see <a href="https://git-scm.com/docs/git-cat-file#_batch_output">git cat-file, batch output</a>
 */
public final class PastFiles {

    private final Git git;
    private final Path top;
    private final String commit;
    private final Map<Path, Optional<byte[]>> read = new HashMap<>();

    private PastFiles(Git git, Path top, String commit) {
        this.git = git;
        this.top = top;
        this.commit = commit;
    }

    /**
     * The work tree that a file or folder lies in.
     *
     * @param real without links
     * @return empty where there is none, no git, or no such revision: {@link ChangedFiles} says which
     */
    public static Optional<PastFiles> around(Path real, String revision) throws SourceException {
        Path top = Files.isDirectory(real) ? real : real.getParent();
        while (top != null && !Files.exists(top.resolve(".git"))) {
            top = top.getParent();
        }
        Git git = top == null ? null : Git.in(top).orElse(null);
        if (top == null || git == null || revision.startsWith("-")) {
            return Optional.empty();
        }
        try {
            Git.Answer commit = git.ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
            return commit.exit() == 0
                    ? Optional.of(new PastFiles(git, top, commit.text().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new SourceException("--since " + revision + ": cannot run git: " + e.getMessage());
        }
    }

    /** Where the work tree begins. */
    public Path top() {
        return top;
    }

    /** What a file below the top was; empty where there was none. */
    public Optional<byte[]> read(Path file) throws SourceException {
        readAll(List.of(file));
        return read.getOrDefault(file, Optional.empty());
    }

    /** Reads files at one go that will be asked for. */
    public void readAll(Collection<Path> files) throws SourceException {
        List<Path> wanted = files.stream()
                .filter(file -> !read.containsKey(file))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (Path file : wanted) {
            String path = Drives.slashes(top.relativize(file));
            if (path.indexOf('\n') >= 0) {
                throw new SourceException(
                        "git cannot be asked for a file with a line break in its path: " + path.replace('\n', ' '));
            }
            names.append(commit).append(':').append(path).append('\n');
        }
        try {
            byte[] input = names.toString().getBytes(StandardCharsets.UTF_8);
            Answers answers = new Answers(
                    git.ask(input, "cat-file", "--batch", "--follow-symlinks").output());
            for (Path file : wanted) {
                read.put(file, answers.next());
            }
        } catch (IOException e) {
            throw new SourceException("git cannot read what settings were: " + e.getMessage());
        }
    }

    /** What git says of one object after the other. */
    private static final class Answers {

        private final byte[] output;
        private int at;

        Answers(byte[] output) {
            this.output = output;
        }

        /** A header {@code ID blob SIZE} and the content; or what hinders it, some of which has text of a size, too. */
        Optional<byte[]> next() throws IOException {
            String header = line();
            String[] words = header.split(" ");
            if (header.endsWith(" missing") || header.endsWith(" ambiguous")) {
                return Optional.empty();
            }
            byte[] content = bytes(size(words[words.length - 1]));
            boolean isFile = words.length == 3 && words[1].equals("blob");
            return isFile ? Optional.of(content) : Optional.empty();
        }

        private String line() throws IOException {
            int start = at;
            while (at < output.length && output[at] != '\n') {
                at++;
            }
            if (at == output.length) {
                throw new IOException("it does not answer to the end");
            }
            return new String(output, start, at++ - start, StandardCharsets.UTF_8);
        }

        private byte[] bytes(int size) throws IOException {
            if (size < 0 || size > output.length - at - 1) {
                throw new IOException("it does not answer to the end");
            }
            byte[] content = Arrays.copyOfRange(output, at, at + size);
            at += size + 1;
            return content;
        }

        private static int size(@Nullable String word) {
            return word != null && word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : -1;
        }
    }
}
