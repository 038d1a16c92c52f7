package io.github.iisaudit.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test. Tests that use one are skipped where there is no git. */
public record GitRepository(Path root) {

    /** Makes an empty repository. */
    public static GitRepository at(Path root) {
        assumeTrue(Git.in(root).isPresent(), "git is on the PATH");
        GitRepository repository = new GitRepository(root);
        repository.with("README", "");
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    /** Writes a file, and the folders that it lies in. */
    public GitRepository with(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file. */
    public GitRepository without(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that there is. */
    public GitRepository committed() {
        git("add", "-A");
        git("commit", "-q", "-m", "test");
        return this;
    }

    /** Runs git in the repository, as nobody in particular. */
    public String git(String... arguments) {
        return gitReading("", arguments);
    }

    /** The same with something on its standard input, which a pipe holds. */
    public String gitReading(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            Process process = builder.redirectErrorStream(true).start();
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
