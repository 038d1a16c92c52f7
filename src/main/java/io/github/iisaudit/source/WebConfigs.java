package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The web.config files below a folder, itself included, as one search found them. Folders go by their relative paths. */
final class WebConfigs {

    private final Path start;
    private final NavigableMap<String, Path> files = new TreeMap<>(Disk.ORDER);
    private boolean metLinks;

    WebConfigs(Path start) {
        this.start = start;
    }

    Path start() {
        return start;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether some folder on the way may be a link. */
    boolean metLinks() {
        return metLinks;
    }

    void meetLinks() {
        metLinks = true;
    }

    /** Adds a file. Of two spellings in one folder the exact one counts, or else the first. */
    void add(String folder, Path file) {
        files.merge(folder, file, WebConfigs::counting);
    }

    private static Path counting(Path one, Path other) {
        boolean isExact = Disk.name(one).equals(WebConfigWalk.WEB_CONFIG);
        if (isExact != Disk.name(other).equals(WebConfigWalk.WEB_CONFIG)) {
            return isExact ? one : other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Adds what was found below a folder that lies below this one. */
    void addAll(WebConfigs within) {
        String above = Drives.below(start, within.start);
        within.files.forEach((folder, file) -> files.put(folder.isEmpty() ? above : above + "/" + folder, file));
    }

    /** The file in a folder; null where none was found. */
    @Nullable
    Path in(String folder) {
        return files.get(folder);
    }

    /** The folders below a folder, itself not included: paths relative to it, in order ignoring case. */
    List<String> below(String folder) {
        String above = folder.isEmpty() ? "" : folder + "/";
        List<String> below = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.tailMap(above, false).entrySet()) {
            String found = file.getKey();
            if (!found.regionMatches(true, 0, above, 0, above.length())) {
                break;
            }
            if (found.startsWith(above)) {
                below.add(found.substring(above.length()));
            }
        }
        return below;
    }
}
