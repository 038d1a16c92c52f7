package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the repository of a work tree lies: the folder {@code .git}, or what a file of that name says.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
final class GitFolder {

    private static final String SAYS = "gitdir: ";
    private static final int LONGEST = 10_000;

    /** What nearly every call of git reads, of the work tree and of its repository. */
    private static final String READ = ".gitignore .gitattributes .gitmodules";

    private static final String READ_WITHIN =
            "HEAD config config.worktree commondir index packed-refs shallow info/exclude"
                    + " info/attributes info/sparse-checkout objects/info/alternates objects/info/commit-graph";

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

    /** The first of the files that git reads at once and that is none: who opens a pipe waits for it, and some devices never end; null where all are. */
    static @Nullable Path pipe(Path top) throws IOException {
        Path inTree = pipe(top, READ);
        return inTree == null ? pipe(of(top), READ_WITHIN) : inTree;
    }

    private static @Nullable Path pipe(Path folder, String names) {
        for (String name : names.split(" ")) {
            if (NamedFile.isNoFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return null;
    }
}
