package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The web.config files that git knows below a folder, so that what {@code .gitignore} names is left out. Submodules and
 * repositories within are asked in turn.
 *
 * @see <a href="https://git-scm.com/docs/git-ls-files">git ls-files</a>
 */
final class WorkTreeFiles {

    private static final int REPOSITORIES = 100;
    private static final String SUBMODULE = "160000 ";
    private static final String LINK = "120000 ";
    private static final char NOT_TEXT = '\uFFFD';

    private final Search search;
    private final SearchLog log;
    private final WebConfigs found;
    private int asked;

    private WorkTreeFiles(Search search, Path start) {
        this.search = search;
        this.log = search.log();
        this.found = new WebConfigs(start);
        found.meetLinks();
    }

    /**
     * What lies below a folder, itself included. Empty where git cannot tell:
     * outside of a work tree, without the program, and in a folder that git itself ignores.
     */
    static Optional<WebConfigs> below(Path folder, Search search) {
        if (!isInWorkTree(folder)) {
            return Optional.empty();
        }
        WorkTreeFiles files = new WorkTreeFiles(search, folder);
        try {
            boolean isKnown = files.ask(folder) && (!files.found.isEmpty() || !isIgnored(folder));
            return isKnown ? Optional.of(files.found) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What git ignores below a folder: folders, which end in a slash, and files that look like configuration. */
    static List<String> ignored(Path folder) {
        Git git = isInWorkTree(folder) ? Git.in(folder).orElse(null) : null;
        if (git == null) {
            return List.of();
        }
        try {
            return git
                    .ask("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
                    .records()
                    .stream()
                    .filter(path -> path.endsWith("/") || isCandidate(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** To be looked at before git is run, which costs more. */
    private static boolean isInWorkTree(Path folder) {
        try {
            for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
                if (Files.exists(at.resolve(".git"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isIgnored(Path folder) throws IOException {
        Git git = Git.in(folder).orElse(null);
        return git != null && git.ask("check-ignore", "-q", ".").exit() == 0;
    }

    private boolean ask(Path folder) throws IOException {
        Git git = asked++ < REPOSITORIES ? Git.in(folder).orElse(null) : null;
        if (git == null) {
            return false;
        }
        Git.Answer answer = git.ask("ls-files", "-z", "--stage", "--others", "--exclude-standard");
        if (answer.exit() != 0 || answer.text().indexOf(NOT_TEXT) >= 0) {
            return false;
        }
        List<Path> within = new ArrayList<>();
        for (String entry : answer.records()) {
            take(folder, entry, within);
        }
        for (Path repository : within) {
            askWithin(repository);
        }
        return true;
    }

    /** An entry is {@code <mode> <object> <stage>TAB<path>} of a tracked file, the path alone of another. */
    private void take(Path folder, String entry, List<Path> within) {
        int tab = entry.indexOf('\t');
        boolean isTracked = tab > 0 && entry.indexOf(' ') == SUBMODULE.length() - 1;
        String path = isTracked ? entry.substring(tab + 1) : entry;
        if (path.endsWith("/") || isTracked && entry.startsWith(SUBMODULE)) {
            within.add(folder.resolve(path));
        } else if (isCandidate(path)) {
            take(folder, folder.resolve(path));
        } else if (isTracked && entry.startsWith(LINK)) {
            takeLink(folder, folder.resolve(path));
        }
    }

    /** Git does not look into folders behind links. Of one within the work tree it knows the files by their own names. */
    private void takeLink(Path start, Path link) {
        Path folder = link.getParent();
        if (folder == null || isPassedBy(start, link) || !Files.isDirectory(link)) {
            return;
        }
        try {
            search.disk().enter(link);
        } catch (IOException e) {
            log.trouble(link, FileBytes.reason(e));
        }
    }

    private static boolean isCandidate(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equalsIgnoreCase(WebConfigWalk.WEB_CONFIG) || Transform.isNamed(name);
    }

    /** A file that was deleted and is still in the index is none. */
    private void take(Path start, Path file) {
        Path folder = file.getParent();
        if (folder == null || isPassedBy(start, folder) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            search.disk().enter(folder);
        } catch (IOException e) {
            log.trouble(file, FileBytes.reason(e)); // git still knows it from the time before there was a link
            return;
        }
        if (Transform.isNamed(Disk.name(file))) {
            log.namedAsTransform(file);
        } else {
            found.add(folder.equals(found.start()) ? "" : Drives.below(found.start(), folder), file);
        }
    }

    private boolean isPassedBy(Path start, Path folder) {
        for (Path at = folder; at != null && !at.equals(start); at = at.getParent()) {
            if (search.skipped().contains(at)) {
                log.skipped(at);
                return true;
            }
            if (!WebConfigWalk.isWritable(Disk.name(at))) {
                log.trouble(at, WebConfigWalk.NOT_WRITABLE);
                return true;
            }
        }
        return false;
    }

    private void askWithin(Path repository) throws IOException {
        @Nullable Path above = repository.getParent();
        boolean isSearched =
                above != null && !isPassedBy(above, repository) && Files.exists(repository.resolve(".git"));
        if (isSearched && !ask(repository)) {
            found.addAll(WebConfigWalk.below(repository, search));
        }
    }
}
