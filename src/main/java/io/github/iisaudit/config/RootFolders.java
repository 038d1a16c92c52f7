package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which folders of a server are the roots of applications: few servers are asked for that. Not thread-safe. */
final class RootFolders {

    /** The application at a folder, and which of the server's it is. */
    private record Root(int number, String path) {}

    private final SiteTree tree;
    private @Nullable Map<String, List<Root>> byFolder;

    RootFolders(SiteTree tree) {
        this.tree = tree;
    }

    private Map<String, List<Root>> byFolder() {
        Map<String, List<Root>> known = byFolder;
        if (known == null) {
            known = read();
            byFolder = known;
        }
        return known;
    }

    private Map<String, List<Root>> read() {
        Map<String, List<Root>> read = new HashMap<>();
        int number = 0;
        for (Node directory : tree.directories()) {
            String folder = ConfigPath.normal(directory.value("physicalPath").replace('\\', '/'));
            if (!folder.isEmpty() && tree.isApplicationRoot(directory.path())) {
                read.computeIfAbsent(ConfigPath.key(folder), f -> new ArrayList<>(1))
                        .add(new Root(number++, directory.path()));
            }
        }
        return read;
    }

    /**
     * The first application whose root is a folder or one around it, and that has not a path of its own in it.
     *
     * @param folder with forward slashes
     * @return its path; empty where there is none
     */
    String around(String folder, String path) {
        String key = ConfigPath.key(folder);
        Root first = null;
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            Root root = other(byFolder().get(key.substring(0, end)), path);
            first = first == null || (root != null && root.number < first.number) ? root : first;
        }
        return first == null ? "" : first.path;
    }

    private static @Nullable Root other(@Nullable List<Root> roots, String path) {
        for (Root root : roots == null ? List.<Root>of() : roots) {
            if (!ConfigPath.isAtOrBelow(path, root.path)) {
                return root;
            }
        }
        return null;
    }
}
