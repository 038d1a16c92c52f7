package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The folders whose web.config files are not configuration: what builds and tools write, and the copies that IIS makes
 * of its own configuration. {@code bin} and {@code obj} are among them because IIS hides what lies there.
 */
final class SkippedFolders {

    private static final List<String> EVERYWHERE = List.of(
            "bin",
            "obj",
            "node_modules",
            ".git",
            ".hg",
            ".svn",
            ".vs",
            "$RECYCLE.BIN",
            "System Volume Information",
            "lost+found");

    /** In the folders of a server. */
    static final SkippedFolders SERVER = new SkippedFolders(List.of());

    /** In a repository, where {@code packages} holds what NuGet fetched. */
    static final SkippedFolders REPOSITORY = new SkippedFolders(List.of("packages"));

    private final List<String> names = new ArrayList<>();

    private SkippedFolders(Collection<String> more) {
        names.addAll(EVERYWHERE);
        names.addAll(more);
    }

    boolean contains(Path folder) {
        return contains(folder, Disk.name(folder));
    }

    /** Whether a folder of this name is among them. */
    boolean contains(Path folder, String name) {
        for (String skipped : names) {
            if (skipped.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return isCopy(folder, name);
    }

    /**
     * {@code inetpub/history} (configuration history), {@code inetpub/temp} (one file for each pool), {@code
     * inetsrv/backup}.
     */
    private static boolean isCopy(Path folder, String name) {
        if (name.equalsIgnoreCase("history") || name.equalsIgnoreCase("temp")) {
            return isIn("inetpub", folder);
        }
        return name.equalsIgnoreCase("backup") && isIn("inetsrv", folder);
    }

    private static boolean isIn(String name, Path folder) {
        Path parent = folder.getParent();
        return parent != null && Disk.name(parent).equalsIgnoreCase(name);
    }
}
