package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder that holds what was collected from one server.
 *
 * @param root the folder
 * @param applicationHost the file in it
 * @param systemDrive the letter of the drive that Windows is on
 * @param isDrive whether the folder itself is that drive
 */
record Snapshot(Path root, Path applicationHost, String systemDrive, boolean isDrive) {

    /** How deep files are looked for that belong to no application. */
    private static final int DEPTH = 16;

    private static final List<String> IN_SYSTEM32 = List.of("inetsrv", "config", HostFolder.APPLICATION_HOST);
    private static final List<String> ON_DRIVE =
            List.of("Windows", "System32", "inetsrv", "config", HostFolder.APPLICATION_HOST);

    /**
     * The snapshot that a folder is; empty where it holds no applicationHost.config in a place where one is looked for.
     */
    static Optional<Snapshot> at(Disk disk, Path folder) throws IOException {
        for (List<String> place : List.of(List.of(HostFolder.APPLICATION_HOST), IN_SYSTEM32)) {
            Optional<Path> file = file(disk, folder, place);
            if (file.isPresent()) {
                return Optional.of(new Snapshot(folder, file.get(), "C", false));
            }
        }
        for (Entry child : disk.list(folder).entries()) {
            Optional<Path> file = isDrive(child.name()) ? file(disk, child.path(), ON_DRIVE) : Optional.empty();
            if (file.isPresent()) {
                String letter = child.name().substring(0, 1).toUpperCase(Locale.ROOT);
                return Optional.of(new Snapshot(folder, file.get(), letter, false));
            }
        }
        return file(disk, folder, ON_DRIVE).map(file -> new Snapshot(folder, file, "C", true));
    }

    /** Whether a folder is called as a drive is. */
    static boolean isDrive(String name) {
        boolean isShort = name.length() == 1 || name.length() == 2 && ":$".indexOf(name.charAt(1)) >= 0;
        return isShort && (name.charAt(0) | 0x20) >= 'a' && (name.charAt(0) | 0x20) <= 'z';
    }

    private static Optional<Path> file(Disk disk, Path folder, List<String> place) throws IOException {
        return disk.find(folder, place).filter(file -> !Files.isDirectory(file) && !Transform.isAt(file));
    }

    /**
     * The server.
     *
     * @param known where files are remembered with those of other servers
     */
    ConfigSource source(String name, String typedRoot, SourceOptions options, KnownFiles known) {
        Disk disk = new Disk(Boundary.at(root), known);
        SnapshotDrives drives = new SnapshotDrives(disk, root, isDrive ? Optional.of(systemDrive) : Optional.empty());
        Variables variables = new Variables(systemDrive, options.variables());
        WebConfigIndex index = new WebConfigIndex(new Search(disk, SkippedFolders.SERVER, new SearchLog(drives, disk)));
        HostFolder host = new HostFolder(disk, applicationHost, drives::shown, true);
        Folders content = new Folders(disk, drives, variables, index);
        return new ServerSource(name, typedRoot, host, content, Optional.empty())
                .beside(() -> Strays.below(root, DEPTH, content.asked(), disk))
                .of(options.computers().of(name, Computer.calledAfter(name.substring(name.lastIndexOf('/') + 1))));
    }
}
