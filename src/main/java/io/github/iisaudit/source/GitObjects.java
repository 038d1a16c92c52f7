package io.github.iisaudit.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contents of files that one repository keeps: a single process of git is asked for all of them, begun with the first.
 * It ends when it is closed, or with the program. Safe for use by several threads.
 *
 * @see <a href="https://git-scm.com/docs/git-cat-file#_batch_output">git cat-file, batch output</a>
 */
final class GitObjects implements AutoCloseable {

    private static final int LONGEST_LINE = 10_000;
    private static final Pattern FOUND = Pattern.compile("[0-9a-f]{40,64} ([a-z]+) (\\d{1,18})");
    private static final Pattern LINK = Pattern.compile("(?:symlink|dangling|loop|notdir) (\\d{1,9})");

    private final Git git;
    private volatile @Nullable Process process;
    private @Nullable InputStream answers;

    GitObjects(Git git) {
        this.git = git;
    }

    /**
     * Reads files.
     *
     * @param names of objects, as {@code <id>} or {@code <commit>:<path>}; a link in the repository is followed within it
     * @return the content of each, in their order; empty where there is no such file, and where it is longer than any that
     *     is audited
     * @throws IOException where git cannot be run, or does not answer in time
     */
    synchronized List<Optional<byte[]>> read(List<String> names) throws IOException {
        FutureTask<List<Optional<byte[]>>> task = new FutureTask<>(() -> ask(names));
        Thread thread = new Thread(task, "git");
        thread.setDaemon(true);
        thread.start();
        try {
            return answered(task);
        } catch (ExecutionException e) {
            close();
            throw new IOException(
                    e.getCause() instanceof IOException io ? io.getMessage() : String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        }
    }

    private List<Optional<byte[]>> answered(FutureTask<List<Optional<byte[]>>> task)
            throws IOException, InterruptedException, ExecutionException {
        GitPatience patience = new GitPatience(git.top());
        while (true) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                wait(patience);
            }
        }
    }

    private void wait(GitPatience patience) throws IOException {
        try {
            patience.second(process);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private List<Optional<byte[]>> ask(List<String> names) throws IOException {
        Process running = process;
        if (running == null) {
            running = git.start("cat-file", "--batch", "--follow-symlinks");
            process = running;
            answers = new BufferedInputStream(running.getInputStream());
        }
        List<Optional<byte[]>> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(name.indexOf('\n') < 0 ? ask(name, running.getOutputStream()) : Optional.empty());
        }
        return contents;
    }

    private Optional<byte[]> ask(String name, OutputStream questions) throws IOException {
        questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        InputStream input = Objects.requireNonNull(answers);
        String head = line(input);
        Matcher found = FOUND.matcher(head);
        if (found.matches()) {
            long size = Long.parseLong(found.group(2));
            boolean isWanted = "blob".equals(found.group(1)) && size <= FileBytes.LIMIT;
            byte[] content = isWanted ? input.readNBytes((int) size) : new byte[0];
            input.skipNBytes(isWanted ? 1 : size + 1);
            return isWanted ? Optional.of(content) : Optional.empty();
        }
        Matcher link = LINK.matcher(head);
        if (link.matches()) {
            input.skipNBytes(Long.parseLong(link.group(1)) + 1);
        }
        return Optional.empty();
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException(
                        "git ended, as where this clone lacks what it is asked for (git fetch --refetch)");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Ends the process; a later question begins another. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
        process = null;
        answers = null;
    }
}
