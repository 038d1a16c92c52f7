package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where the repository of a work tree lies: the folder {@code .git}, or what a file of that name says.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
final class GitFolder {

    private static final String SAYS = "gitdir: ";
    private static final int LONGEST = 10_000;

    private GitFolder() {}

    /**
     * Its real path.
     *
     * @param top the folder that the work tree begins at
     * @throws IOException where there is none
     */
    static Path of(Path top) throws IOException {
        Path git = top.resolve(".git");
        if (Files.isDirectory(git)) {
            return git.toRealPath();
        }
        try (var input = Files.newInputStream(git)) {
            String text = new String(input.readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (!text.startsWith(SAYS)) {
                throw new IOException(Drives.slashes(git) + " names no repository");
            }
            return top.resolve(text.substring(SAYS.length()).stripTrailing()).toRealPath();
        } catch (InvalidPathException e) {
            throw new IOException(Drives.slashes(git) + " names no repository", e);
        }
    }
}
