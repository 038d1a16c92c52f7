package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What git lists below a folder of a work tree, of tracked files and of those that it does not ignore: the files that look
 * like configuration, the repositories within and links. Paths are relative to the folder, with forward slashes.
 *
 * @see <a href="https://git-scm.com/docs/git-ls-files">git ls-files</a>
 */
final class GitListing {

    private static final String SUBMODULE = "160000 ";
    private static final String LINK = "120000 ";
    private static final char NOT_TEXT = '\uFFFD';

    private final NavigableSet<String> candidates = new TreeSet<>();
    private final NavigableSet<String> repositories = new TreeSet<>();
    private final NavigableSet<String> links = new TreeSet<>();
    private final NavigableSet<String> folders = new TreeSet<>();
    private final NavigableSet<String> others = new TreeSet<>();

    private GitListing() {}

    /** Asks git; empty where it cannot tell: outside of a work tree, and without the program. */
    static Optional<GitListing> of(Path folder) throws IOException {
        Git git = Git.around(folder).orElse(null);
        if (git == null) {
            return Optional.empty();
        }
        String above = above(git, folder);
        Git.Answer answer = git.ask(withPath(above, "ls-files", "-z", "--stage", "--others", Git.IGNORED));
        if (answer.exit() != 0 || answer.text().indexOf(NOT_TEXT) >= 0) {
            return Optional.empty();
        }
        GitListing listing = new GitListing();
        answer.records().forEach(entry -> listing.take(entry, above));
        boolean isIgnored = listing.candidates.isEmpty()
                && listing.repositories.isEmpty()
                && !above.isEmpty()
                && git.ask("check-ignore", "-q", "--", "./" + above).exit() == 0;
        return isIgnored ? Optional.empty() : Optional.of(listing);
    }

    /** What git ignores below a folder: folders, which end in a slash, and files that look like configuration. */
    static List<String> ignored(Path folder) {
        Git git = Git.around(folder).orElse(null);
        if (git == null) {
            return List.of();
        }
        try {
            String above = above(git, folder);
            String[] question = {"ls-files", "-z", "--others", "--ignored", Git.IGNORED, "--directory"};
            return git.ask(withPath(above, question)).records().stream()
                    .filter(path -> path.endsWith("/") || isCandidate(path))
                    .filter(path -> path.length() > above.length())
                    .map(path -> path.substring(above.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String above(Git git, Path folder) throws IOException {
        String path = Drives.slashes(git.top().relativize(folder.toRealPath()));
        return path.isEmpty() ? "" : path + "/";
    }

    private static String[] withPath(String above, String... question) {
        List<String> all = new ArrayList<>(List.of(question));
        if (!above.isEmpty()) {
            all.add("--");
            all.add(":(literal)" + above);
        }
        return all.toArray(String[]::new);
    }

    /** An entry is {@code <mode> <object> <stage>TAB<path>} of a tracked file, the path alone of another. */
    private void take(String entry, String above) {
        int tab = entry.indexOf('\t');
        boolean isTracked = tab > 0 && entry.indexOf(' ') == SUBMODULE.length() - 1;
        String path = isTracked ? entry.substring(tab + 1) : entry;
        if (!path.startsWith(above) || path.length() == above.length()) {
            return;
        }
        String within = path.substring(above.length());
        folders.add(within.substring(0, Math.max(within.lastIndexOf('/'), 0)));
        if (path.endsWith("/") || isTracked && entry.startsWith(SUBMODULE)) {
            repositories.add(path.endsWith("/") ? within.substring(0, within.length() - 1) : within);
        } else if (isCandidate(path)) {
            candidates.add(within);
        } else if (isTracked && entry.startsWith(LINK)) {
            links.add(within);
        } else if (ForeignNames.mayBeOne(within)) {
            others.add(within);
        }
    }

    private static boolean isCandidate(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equalsIgnoreCase(WebConfigWalk.WEB_CONFIG) || Transform.isNamed(name);
    }

    NavigableSet<String> candidates() {
        return candidates;
    }

    NavigableSet<String> repositories() {
        return repositories;
    }

    /** Tracked links that do not look like configuration: folders may be behind them. */
    NavigableSet<String> links() {
        return links;
    }

    /** Other files that are called as something is that is read here. */
    NavigableSet<String> others() {
        return others;
    }

    /**
     * The same for a folder further below.
     *
     * @param folder its path below this folder
     * @return empty where git lists nothing there, which may be because it ignores it
     */
    Optional<GitListing> below(String folder) {
        if (folder.isEmpty()) {
            return Optional.of(this);
        }
        GitListing listing = new GitListing();
        String above = folder + "/";
        String end = folder + (char) ('/' + 1);
        candidates.subSet(above, end).forEach(path -> listing.candidates.add(path.substring(above.length())));
        repositories.subSet(above, end).forEach(path -> listing.repositories.add(path.substring(above.length())));
        links.subSet(above, end).forEach(path -> listing.links.add(path.substring(above.length())));
        others.subSet(above, end).forEach(path -> listing.others.add(path.substring(above.length())));
        boolean isKnown =
                folders.contains(folder) || !folders.subSet(above, end).isEmpty();
        return isKnown ? Optional.of(listing) : Optional.empty();
    }
}
