package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one git work tree held at a revision. Its files are read as they were committed: no filter is run. Safe for use by
 * several threads.
 */
public final class Revision {

    private final String name;
    private final String commit;
    private final Git git;
    private final GitObjects objects;

    private Revision(String name, String commit, Git git) {
        this.name = name;
        this.commit = commit;
        this.git = git;
        this.objects = new GitObjects(git);
    }

    /**
     * A revision of the work tree that a folder lies in.
     *
     * @throws SourceException where there is none, no git, or no such revision; the message begins with the revision
     */
    static Revision around(Path folder, String name) throws SourceException {
        Path top = Git.top(folder).orElseThrow(() -> trouble(name, Drives.slashes(folder) + " is in no git work tree"));
        Git git = Git.in(top).orElseThrow(() -> trouble(name, "there is no git on the PATH"));
        try {
            Git.Answer place = git.ask("rev-parse", "--absolute-git-dir", "--is-shallow-repository");
            if (place.exit() != 0) {
                String why = place.error().contains("not a git repository") ? "" : " (" + place.error() + ")";
                throw trouble(name, Drives.slashes(folder) + " is in no git work tree" + why);
            }
            List<String> lines = place.text().lines().toList();
            if (!GitFolder.of(top).equals(Path.of(lines.get(0)).toRealPath())) {
                throw trouble(
                        name,
                        "git takes another folder than " + Drives.slashes(top.resolve(".git")) + " for the repository");
            }
            return new Revision(name, commit(git, name, lines.contains("true")), git);
        } catch (IOException e) {
            throw trouble(name, "cannot run git: " + e.getMessage());
        }
    }

    /** The commit that is compared with: the revision itself. */
    private static String commit(Git git, String name, boolean isShallow) throws SourceException, IOException {
        if (name.isBlank() || name.startsWith("-") || name.chars().anyMatch(Character::isISOControl)) {
            throw new SourceException("--since takes a revision, such as HEAD~1 or a branch");
        }
        Git.Answer answer = git.ask("rev-parse", "--verify", "--quiet", name + "^{commit}");
        String commit = answer.text().strip();
        if (answer.exit() == 0 && commit.matches("[0-9a-f]{40,64}")) {
            return commit;
        }
        throw trouble(
                name,
                "there is no such revision"
                        + (isShallow
                                ? " in this shallow clone: fetch more of the history first (git fetch --depth=50, or"
                                        + " fetch-depth of the checkout)"
                                : " in " + Drives.slashes(git.top())));
    }

    /** What cannot be done with the revision. */
    SourceException trouble(String what) {
        return trouble(name, what);
    }

    private static SourceException trouble(String name, String what) {
        return new SourceException("--since " + name + ": " + what);
    }

    /** The revision as it was typed. */
    public String name() {
        return name;
    }

    /** The full id of its commit. */
    public String commit() {
        return commit;
    }

    /** The real path of the folder that the work tree begins at. */
    public Path top() {
        return git.top();
    }

    Git git() {
        return git;
    }

    /**
     * What a file was. Links that were committed are followed as far as they lead to committed files.
     *
     * @param file its path below {@link #top()}
     * @return empty where there was no such file, and where it lies in no folder of the work tree
     */
    public Optional<byte[]> read(Path file) throws SourceException {
        Path path = top().resolve(file).normalize();
        if (!path.startsWith(top()) || path.equals(top())) {
            return Optional.empty();
        }
        return read(List.of(commit + ":" + Drives.slashes(top().relativize(path))))
                .get(0);
    }

    /** The contents of files, by the ids of their objects. */
    List<Optional<byte[]>> read(List<String> ids) throws SourceException {
        try {
            return objects.read(ids);
        } catch (IOException e) {
            throw trouble("cannot run git: " + e.getMessage());
        }
    }

    /** Ends what was started to read it. */
    void close() {
        objects.close();
    }
}
