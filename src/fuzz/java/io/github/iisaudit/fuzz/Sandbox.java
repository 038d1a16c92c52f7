package io.github.iisaudit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that an input is written to, beside one for outputs and a file that no program may write. */
final class Sandbox {

    private static final List<String> GIT =
            List.of("git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false");

    private final Path in;
    private final Path out;
    private final Path outside;
    private final Path mark;

    Sandbox(Path root) {
        in = root.resolve("in");
        out = root.resolve("out");
        outside = root.resolve("outside");
        mark = root.resolve("mark");
    }

    /** Writes an input over the one before. */
    void write(Content content) throws IOException {
        delete(in);
        Files.deleteIfExists(mark);
        Files.createDirectories(in);
        writeOutside();
        boolean isGit = !content.gitConfig().isEmpty();
        if (isGit) {
            Files.writeString(in.resolve("web.config"), "<configuration/>");
            git("init", "-q");
            commit();
        }
        content.files().forEach(this::write);
        content.links().forEach(this::link);
        if (isGit) {
            commit();
            Path config = in.resolve(".git/config");
            String more = content.gitConfig().replace(Overlays.MARK, mark.toString());
            Files.writeString(config, Files.readString(config) + more);
            removeObject(content.gitConfig());
        }
    }

    /** Files of somebody else, which only links lead to. */
    private void writeOutside() throws IOException {
        Files.createDirectories(outside);
        String value = Secrets.OUTSIDE;
        Files.writeString(outside.resolve("secret.txt"), "AWS_KEY=" + value + "\n" + value + ": " + value + "\n");
        String section = "<system.webServer><security><authentication><windowsAuthentication enabled='true' x='" + value
                + "'/></authentication></security></system.webServer>";
        Files.writeString(outside.resolve("web.config"), "<configuration>" + section + "</configuration>");
    }

    private void link(String path, String target) {
        try {
            Path link = in.resolve(path);
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(target.replace(Content.OUTSIDE, outside.toString())));
        } catch (IOException | UnsupportedOperationException e) {
            // No links on this file system, or a file where a folder is.
            return;
        }
    }

    /** What stands for the folders becomes their paths. */
    String path(String argument) {
        return argument.replace(Case.IN, in.toString()).replace(Case.OUT, out.toString());
    }

    void clearOutputs() throws IOException {
        delete(out);
        Files.createDirectories(out);
    }

    /** All outputs by name. */
    Map<String, byte[]> outputs() throws IOException {
        return contents(out);
    }

    /** All that the program is to leave alone. */
    Map<String, byte[]> inputs() throws IOException {
        Map<String, byte[]> inputs = contents(in);
        // git refreshes its index where it likes.
        inputs.keySet().removeIf(path -> path.startsWith(".git/index"));
        return inputs;
    }

    boolean hasMark() {
        return Files.exists(mark);
    }

    /** So that it tells of later command lines. */
    boolean forgetMark() throws IOException {
        return Files.deleteIfExists(mark);
    }

    private void write(String path, byte[] bytes) {
        try {
            Path file = in.resolve(path);
            Files.createDirectories(file.getParent());
            boolean hasMark = file.endsWith("config") || path.contains("hooks/");
            byte[] marked = hasMark
                    ? new String(bytes, UTF_8)
                            .replace(Overlays.MARK, mark.toString())
                            .getBytes(UTF_8)
                    : bytes;
            Files.write(file, marked);
            if (path.contains("hooks/") && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot make a hook");
            }
        } catch (IOException | InvalidPathException e) {
            // A name that this file system does not take, or a file where a folder is.
            return;
        }
    }

    /** An object of the last commit is missing, as in a partial clone. */
    private void removeObject(String gitConfig) throws IOException {
        if (!gitConfig.contains("partialClone")) {
            return;
        }
        String id = new String(git("rev-parse", "HEAD~1:web.config"), UTF_8).strip();
        if (id.length() > 2) {
            Files.deleteIfExists(in.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
        }
    }

    private void commit() throws IOException {
        git("add", "-A", "--force");
        git("commit", "-q", "--allow-empty", "-m", "x");
    }

    private byte[] git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(GIT);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output;
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Sandbox::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
