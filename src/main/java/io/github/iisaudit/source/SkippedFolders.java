package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

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

    private final NavigableSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private SkippedFolders(Collection<String> more) {
        names.addAll(EVERYWHERE);
        names.addAll(more);
    }

    boolean contains(Path folder) {
        return names.contains(Disk.name(folder)) || isCopy(folder);
    }

    /**
     * {@code inetpub/history} (configuration history), {@code inetpub/temp} (one file for each pool), {@code
     * inetsrv/backup}.
     */
    static boolean isCopy(Path folder) {
        Path parent = folder.getParent();
        String above = parent == null ? "" : Disk.name(parent);
        String name = Disk.name(folder);
        return above.equalsIgnoreCase("inetpub") && (name.equalsIgnoreCase("history") || name.equalsIgnoreCase("temp"))
                || above.equalsIgnoreCase("inetsrv") && name.equalsIgnoreCase("backup");
    }
}
