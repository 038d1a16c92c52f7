package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One walk below a folder in search of web.config files. Links are followed, except to a folder that they lie in and
 * out of the boundary; however links are laid, the walk ends.
 */
final class WebConfigWalk {

    static final String WEB_CONFIG = "web.config";
    static final String NOT_WRITABLE = "has a name that no Windows folder can have";

    private static final int DEPTH = 64;
    private static final int LINKS_TO_ONE_FOLDER = 16;

    private final Search search;
    private final SearchLog log;
    private final WebConfigs found;
    private final Map<Path, Integer> linked = new HashMap<>();

    /** The folders from the start to the one that is looked into. */
    private final List<Path> above = new ArrayList<>();

    /** How many of them are links. */
    private int links;

    private WebConfigWalk(Search search, Path start) {
        this.search = search;
        this.log = search.log();
        this.found = new WebConfigs(start);
    }

    /** What lies below a folder, itself included. */
    static WebConfigs below(Path start, Search search) {
        WebConfigWalk walk = new WebConfigWalk(search, start);
        walk.lookInto(start, "");
        return walk.found;
    }

    private void lookInto(Path folder, String name) {
        Listing listing;
        try {
            listing = search.disk().list(folder);
        } catch (IOException e) {
            if (!search.skipped().contains(folder) && Files.isDirectory(folder)) {
                log.trouble(folder, FileBytes.reason(e));
            }
            return;
        }
        above.add(folder);
        for (Entry entry : listing.entries()) {
            visit(entry, name);
        }
        above.remove(above.size() - 1);
    }

    /** Takes whatever is called web.config, even if it cannot be read: then that is to be said. */
    private void visit(Entry entry, String folder) {
        if (entry.name().equalsIgnoreCase(WEB_CONFIG)) {
            found.add(folder, entry.path());
            return;
        }
        switch (entry.kind()) {
            case FOLDER -> visitFolder(entry, folder);
            case LINK -> visitLink(entry, folder);
            case FILE -> visitFile(entry);
            case UNKNOWN -> found.meetLinks();
        }
    }

    private void visitFile(Entry file) {
        if (Transform.isNamed(file.name())) {
            log.namedAsTransform(file.path());
        } else {
            log.other(file.path(), file.name());
        }
    }

    private void visitLink(Entry link, String folder) {
        if (!link.isFolder()) {
            visitFile(link);
            return;
        }
        found.meetLinks();
        links++;
        visitFolder(link, folder);
        links--;
    }

    /** No folder leads round unless there is a link on the way. */
    private void visitFolder(Entry folder, String in) {
        if (links == 0 || !isLoop(folder.path())) {
            enter(folder, in);
        }
    }

    private boolean isLoop(Path link) {
        for (Path folder : above) {
            try {
                if (Files.isSameFile(link, folder)) {
                    return true;
                }
            } catch (IOException e) {
                continue; // what cannot be compared is told when it is listed
            }
        }
        return false;
    }

    private void enter(Entry folder, String in) {
        Path path = folder.path();
        if (above.size() >= DEPTH) {
            found.meetLinks();
            if (!search.skipped().contains(path)) {
                log.trouble(path, "lies more than " + DEPTH + " folders deep");
            }
        } else if (search.skipped().contains(path, folder.name())) {
            log.skipped(path);
        } else if (!isWritable(folder.name())) {
            log.trouble(path, NOT_WRITABLE);
        } else if (folder.kind() == Entry.Kind.FOLDER || mayFollow(path)) {
            lookInto(path, in.isEmpty() ? folder.name() : in + "/" + folder.name());
        }
    }

    private boolean mayFollow(Path link) {
        try {
            Path target = link.toRealPath();
            if (!search.disk().boundary().holds(target)) {
                log.trouble(link, Boundary.REASON);
                return false;
            }
            if (linked.merge(target, 1, Integer::sum) > LINKS_TO_ONE_FOLDER) {
                log.trouble(link, "is one of too many links to one folder");
                return false;
            }
            return true;
        } catch (IOException e) {
            log.trouble(link, FileBytes.reason(e));
            return false;
        }
    }

    /** The name goes into paths that are written as Windows writes them, and into XML. */
    static boolean isWritable(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '\\' || c >= 0xFFFE) {
                return false;
            }
        }
        return !name.endsWith(".") && !name.endsWith(" ");
    }
}
