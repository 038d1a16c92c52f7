package io.github.iisaudit.source;

import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Found;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An applicationHost.config on this disk. It is read anew whenever it is asked for: keeping it would cost memory in a
 * fleet.
 */
final class HostFolder implements HostFiles {

    static final String APPLICATION_HOST = "applicationHost.config";

    private final Disk disk;
    private final Path file;
    private final Function<Path, String> shown;
    private final boolean whole;
    private final List<Unavailable> unreadable = new ArrayList<>();
    private @Nullable Host host;

    /**
     * A file and its neighbours.
     *
     * @param shown the path that a file is shown with
     * @param whole whether the folder was collected, so that what is not there is known to be absent
     */
    HostFolder(Disk disk, Path file, Function<Path, String> shown, boolean whole) {
        this.disk = disk;
        this.file = file;
        this.shown = shown;
        this.whole = whole;
    }

    @Override
    public Host host() {
        if (host == null) {
            applicationHost();
        }
        return host == null ? Host.REAL : host;
    }

    @Override
    public Lookup applicationHost() {
        Lookup read = whole ? read(file) : FileBytes.read(file, shown.apply(file));
        if (host == null) {
            host = hostOf(file, read);
        }
        return read;
    }

    /** It was searched: a folder on the way to it may be a link. */
    private Lookup read(Path found) {
        Path folder = found.getParent();
        try {
            if (folder != null) {
                disk.enter(folder);
            }
            return disk.read(found, shown.apply(found));
        } catch (IOException e) {
            return new Unavailable(shown.apply(found), FileBytes.reason(e), true);
        }
    }

    /** IIS Express is known by its folder, which Visual Studio names, and by its variables. */
    static Host hostOf(Path file, Lookup read) {
        for (Path name : file.toAbsolutePath()) {
            if (name.toString().equalsIgnoreCase(".vs") || name.toString().equalsIgnoreCase("IISExpress")) {
                return Host.DEVELOPMENT;
            }
        }
        return read instanceof Found found
                        && ConfigText.isIisExpress(found.file().bytes())
                ? Host.DEVELOPMENT
                : Host.REAL;
    }

    @Override
    public Lookup beside(String name) {
        Path expected = file.resolveSibling(name);
        try {
            return find(name).map(found -> disk.read(found, shown.apply(found))).orElseGet(() -> missing(expected));
        } catch (IOException e) {
            return new Unavailable(shown.apply(expected), FileBytes.reason(e), true);
        }
    }

    private Lookup missing(Path expected) {
        return whole ? new Absent() : new Unavailable(shown.apply(expected), Folders.NOT_COLLECTED, false);
    }

    /** A file of another name may be one of many in a folder: what lies beside it need not belong to its server. */
    private Optional<Path> find(String name) throws IOException {
        Path folder = file.getParent();
        boolean own = whole || Disk.name(file).equalsIgnoreCase(APPLICATION_HOST);
        return own ? disk.find(folder == null ? Path.of("") : folder, List.of(name)) : Optional.empty();
    }

    @Override
    public List<ConfigFile> schemas() {
        List<ConfigFile> schemas = new ArrayList<>();
        unreadable.clear();
        try {
            Optional<Path> folder = find("schema");
            if (folder.isPresent()) {
                disk.enter(folder.get());
            }
            for (Entry schema : folder.isPresent() ? disk.list(folder.get()).entries() : List.<Entry>of()) {
                if (schema.name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                    add(disk.read(schema.path(), shown.apply(schema.path())), schemas);
                }
            }
        } catch (IOException e) {
            unreadable.add(new Unavailable(shown.apply(file.resolveSibling("schema")), FileBytes.reason(e), true));
        }
        return schemas;
    }

    private void add(Lookup read, List<ConfigFile> schemas) {
        if (read instanceof Found found) {
            schemas.add(found.file());
        } else if (read instanceof Unavailable failed) {
            unreadable.add(failed);
        }
    }

    @Override
    public List<Unavailable> unreadable() {
        return List.copyOf(unreadable);
    }
}
