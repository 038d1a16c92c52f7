package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The copies of its configuration that IIS makes whenever it changes, in {@code inetpub/history/CFGHISTORY_*} of the system drive:
 * the server as it is with the files of each copy in place of its own, and last as it is.
 *
 * @see <a href="https://learn.microsoft.com/en-us/iis/configuration/system.applicationHost/configHistory/">configHistory</a>
 */
final class Backups {

    private static final String NAME = "cfghistory_";
    private static final List<String> COPIED = List.of("redirection.config", "administration.config");

    private Backups() {}

    /** The timeline of a server whose folder was collected; empty where no copies were. */
    static Optional<Timeline> of(ConfigSource server) throws SourceException {
        try {
            return found(server);
        } catch (IOException e) {
            throw new SourceException(server.root() + "/inetpub/history: " + FileBytes.reason(e));
        }
    }

    private static Optional<Timeline> found(ConfigSource server) throws IOException {
        if (server.host() != ConfigSource.Host.REAL
                || server.root().isEmpty()
                || !(server.applicationHost() instanceof Lookup.Found host)) {
            return Optional.empty();
        }
        Disk disk = new Disk();
        Path root = Path.of(server.root());
        Snapshot snapshot = Files.isDirectory(root) ? Snapshot.at(disk, root).orElse(null) : null;
        if (snapshot == null) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        Optional<String> drive = snapshot.isDrive() ? Optional.of(snapshot.systemDrive()) : Optional.empty();
        for (Path volume : new SnapshotDrives(disk, root, drive).roots(snapshot.systemDrive())) {
            Optional<Path> history = disk.find(volume, List.of("inetpub", "history"));
            for (Path folder : history.isPresent() ? copies(disk, history.get()) : List.<Path>of()) {
                copy(disk, server, host.file().path(), folder).ifPresent(versions::add);
            }
        }
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Instant now = time(snapshot.applicationHost());
        versions.add(new Version("as it is", now, "", () -> List.of(server)));
        return Optional.of(new Timeline(Timeline.Kind.BACKUPS, server.root(), versions));
    }

    /** Whether a name is that of a folder with a copy. */
    static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(NAME);
    }

    /** When the configuration in a folder was last written. */
    static Instant time(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<Path> copies(Disk disk, Path history) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Entry entry : disk.list(history).entries()) {
            if (entry.kind() == Entry.Kind.FOLDER && isNamed(entry.name())) {
                folders.add(entry.path());
            }
        }
        folders.sort(Comparator.comparing(Disk::name, Disk.ORDER));
        return folders;
    }

    private static Optional<Version> copy(Disk disk, ConfigSource server, String host, Path folder) throws IOException {
        Optional<Path> file = disk.find(folder, List.of(HostFolder.APPLICATION_HOST));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String id = Drives.below(Path.of(server.root()), folder);
        return Optional.of(new Version(id, time(file.get()), "", () -> List.of(past(disk, server, host, folder))));
    }

    private static ConfigSource past(Disk disk, ConfigSource server, String host, Path folder) throws SourceException {
        Map<String, ConfigFile> files = new LinkedHashMap<>();
        files.put(host, read(disk, folder, HostFolder.APPLICATION_HOST, host).orElseThrow());
        for (String name : COPIED) {
            if (server.beside(name) instanceof Lookup.Found now) {
                String shown = now.file().path();
                read(disk, folder, name, shown).ifPresent(copy -> files.put(shown, copy));
            }
        }
        return new EditedSource(server, files);
    }

    private static Optional<ConfigFile> read(Disk disk, Path folder, String name, String shown) throws SourceException {
        try {
            Optional<Path> file = disk.find(folder, List.of(name));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            Lookup lookup = disk.read(file.get(), shown);
            if (lookup instanceof Lookup.Unavailable missing) {
                throw new SourceException(name + " " + missing.reason());
            }
            return lookup instanceof Lookup.Found found ? Optional.of(found.file()) : Optional.empty();
        } catch (IOException e) {
            throw new SourceException(name + " " + FileBytes.reason(e));
        }
    }
}
