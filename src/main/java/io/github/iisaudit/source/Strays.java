package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What lies among the files of a server and is not audited with it: the web.config files in no folder of an application, such as those
 * of a collection that has another layout, and files of other kinds that something else here reads.
 *
 * @param files the web.config files, relative to the root, with forward slashes, in order ignoring case
 * @param others the files of other kinds, in order of their paths
 * @param isComplete whether all folders were searched: a disk that holds more than a collection has too many
 */
public record Strays(List<String> files, List<OtherFile> others, boolean isComplete) {

    /** Nothing. */
    static final Strays NONE = new Strays(List.of(), List.of(), true);

    /** What somebody collected has fewer folders outside its applications. */
    private static final int FOLDERS = 4096;

    private static final int DEEP = 12;

    private static final Set<String> SYSTEM =
            Set.of("windows", "program files", "program files (x86)", "programdata", "users", "perflogs");

    /**
     * Searches a folder.
     *
     * @param depth how deep to look: 0 is the folder alone
     * @param applications the folders that are read anyway, with all that lies below
     */
    static Strays below(Path root, int depth, Set<Path> applications, Disk disk) {
        Walk walk = new Walk(root, depth, applications, disk);
        walk.lookInto(root, 0);
        walk.files.sort(Disk.ORDER);
        return new Strays(walk.files, walk.others.all(), walk.left >= 0);
    }

    /** Searches folders that lie somewhere below the root, for servers too, whose applicationHost.config is among the files then. */
    static List<String> deep(Path root, List<Path> folders, Disk disk) {
        Walk walk = new Walk(root, DEEP, Set.of(), disk);
        walk.isHostWanted = true;
        folders.forEach(folder -> walk.lookInto(folder, 0));
        walk.files.sort(Disk.ORDER);
        return walk.files;
    }

    /** Whether a name is that of a web.config, or begins with what it is of, as files do that were collected into one folder. */
    static boolean isWebConfig(String name) {
        int start = name.length() - WebConfigWalk.WEB_CONFIG.length();
        return start >= 0
                && name.regionMatches(true, start, WebConfigWalk.WEB_CONFIG, 0, WebConfigWalk.WEB_CONFIG.length())
                && (start == 0 || !Character.isLetterOrDigit(name.charAt(start - 1)));
    }

    /** The same without files of other kinds. */
    Strays ofConfiguration() {
        return new Strays(files, List.of(), isComplete);
    }

    /** The same with more files of other kinds. */
    Strays with(List<OtherFile> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<OtherFile> all = new ArrayList<>(others);
        all.addAll(more);
        all.sort((a, b) -> Disk.ORDER.compare(a.file(), b.file()));
        return new Strays(files, all, isComplete);
    }

    /** One search. Links lead to what goes by its own name. */
    private static final class Walk {

        private final Path root;
        private final int depth;
        private final Set<Path> applications;
        private final Disk disk;
        private final List<String> files = new ArrayList<>();
        private final ForeignNames others;
        private int left = FOLDERS;
        private boolean isHostWanted;

        Walk(Path root, int depth, Set<Path> applications, Disk disk) {
            this.root = root;
            this.others = new ForeignNames(file -> Drives.below(root, file));
            this.depth = depth;
            this.applications = applications;
            this.disk = disk;
        }

        void lookInto(Path folder, int at) {
            if (applications.contains(folder) || left < 0 || --left < 0) {
                return;
            }
            try {
                for (Entry entry : disk.list(folder).entries()) {
                    visit(entry, folder, at);
                }
            } catch (IOException e) {
                return; // nobody said that there is configuration
            }
        }

        private void visit(Entry entry, Path folder, int at) throws IOException {
            boolean isHost = isHostWanted && entry.name().equalsIgnoreCase(HostFolder.APPLICATION_HOST);
            if (isHost || isWebConfig(entry.name())) {
                if (entry.kind() == Entry.Kind.FILE) {
                    files.add(Drives.below(root, entry.path()));
                }
            } else if (at < depth && entry.kind() == Entry.Kind.FOLDER && isSearched(entry, folder)) {
                lookInto(entry.path(), at + 1);
            } else if (ForeignNames.mayBeOne(entry.name()) && entry.kind() == Entry.Kind.FILE) {
                others.meet(entry.path(), entry.name());
            }
        }

        private boolean isSearched(Entry entry, Path folder) throws IOException {
            boolean isOfWindows = SYSTEM.contains(entry.name().toLowerCase(Locale.ROOT)) && isDrive(folder);
            return !isOfWindows && !SkippedFolders.SERVER.contains(entry.path(), entry.name());
        }

        private boolean isDrive(Path folder) throws IOException {
            return Snapshot.isDrive(Disk.name(folder))
                    || folder.equals(root)
                            && !disk.list(folder).named("Windows").isEmpty();
        }
    }
}
