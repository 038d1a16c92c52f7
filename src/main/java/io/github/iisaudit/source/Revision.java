package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one git work tree held at a revision. Its files are read as they were committed: no filter is run. Safe for use by
 * several threads.
 */
public final class Revision {

    private final Since since;
    private final String commit;
    private final boolean isMergeBase;
    private final Git git;
    private final GitObjects objects;

    private Revision(Since since, Base commits, Git git) {
        this.since = since;
        this.commit = commits.base;
        this.isMergeBase = !commits.base.equals(commits.named);
        this.git = git;
        this.objects = new GitObjects(git);
    }

    /** The commit of the revision, and the one to compare with. */
    private record Base(String named, String base) {}

    /**
     * A revision of the work tree that a folder lies in.
     *
     * @throws SourceException where there is none, no git, or no such revision; the message begins with the revision
     */
    static Revision around(Path folder, Since since) throws SourceException {
        Path top = Git.top(folder).orElseThrow(() -> since.trouble(Drives.slashes(folder) + " is in no git work tree"));
        Git git = Git.in(top).orElseThrow(() -> since.trouble("there is no git on the PATH, outside of the work tree"));
        try {
            Git.Answer place = git.ask("rev-parse", "--absolute-git-dir", "--is-shallow-repository");
            if (place.exit() != 0) {
                String why = place.error().contains("not a git repository") ? "" : " (" + place.error() + ")";
                throw since.trouble(Drives.slashes(folder) + " is in no git work tree" + why);
            }
            List<String> lines = place.text().lines().toList();
            if (!GitFolder.of(top).equals(Path.of(lines.get(0)).toRealPath())) {
                throw since.trouble(
                        "git takes another folder than " + Drives.slashes(top.resolve(".git")) + " for the repository");
            }
            return new Revision(since, commits(git, since, lines.contains("true")), git);
        } catch (IOException e) {
            throw since.trouble("cannot run git: " + e.getMessage());
        }
    }

    /**
     * What is checked out in the work tree that a folder lies in.
     *
     * @throws SourceException where there is none, no git, or no commit; the message says only that
     */
    static Revision head(Path folder) throws SourceException {
        Since head = new Since("HEAD", true);
        try {
            return around(folder, head);
        } catch (SourceException e) {
            throw new SourceException(
                    String.valueOf(e.getMessage()).substring(head.typed().length() + 2));
        }
    }

    private static Base commits(Git git, Since since, boolean isShallow) throws SourceException, IOException {
        since.check();
        String fetch =
                " in this shallow clone: fetch more of the history first (git fetch --depth=50, or fetch-depth of"
                        + " the checkout)";
        String named = commit(git.ask("rev-parse", "--verify", "--quiet", since.revision() + "^{commit}"))
                .orElseThrow(() -> since.trouble(
                        "there is no such revision" + (isShallow ? fetch : " in " + Drives.slashes(git.top()))));
        if (since.isExact()) {
            return new Base(named, named);
        }
        String base = commit(git.ask("merge-base", named, "HEAD"))
                .orElseThrow(() -> since.trouble("it has no commit in common with HEAD"
                        + (isShallow ? fetch : ": --since-exact compares with the revision itself")));
        return new Base(named, base);
    }

    private static Optional<String> commit(Git.Answer answer) {
        String commit = answer.text().strip();
        return answer.exit() == 0 && commit.matches("[0-9a-f]{40,64}") ? Optional.of(commit) : Optional.empty();
    }

    /** The commits along first parents that this revision has and another one has not. */
    Set<String> after(Since other) throws SourceException {
        other.check();
        try {
            String named = commit(git.ask("rev-parse", "--verify", "--quiet", other.revision() + "^{commit}"))
                    .orElseThrow(
                            () -> other.trouble("there is no such date, such as 2026-03-01, and no such revision in "
                                    + Drives.slashes(git.top())));
            Git.Answer answer = git.ask("rev-list", "--first-parent", "^" + named, commit);
            if (answer.exit() != 0) {
                throw other.trouble("git cannot list the commits (" + answer.error() + ")");
            }
            return new HashSet<>(answer.text().lines().toList());
        } catch (IOException e) {
            throw other.trouble("cannot run git: " + e.getMessage());
        }
    }

    /** What cannot be done with the revision. */
    SourceException trouble(String what) {
        return since.trouble(what);
    }

    /** Its commit, and how that follows from what was typed. */
    String described() {
        return "commit " + commit + (isMergeBase ? ", the merge base of " + since.revision() + " and HEAD" : "");
    }

    /** The full id of the commit that is compared with. */
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
