package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that is read in several ways at the same time: a file or folder that one asked for is there for the others. It is closed
 * when all of them have closed it. Safe for use by several threads.
 */
final class SharedSource extends OtherSource {

    /** How many bytes of files are remembered; the rest is read again. */
    private static final int LIMIT = 16 << 20;

    private record Wanted(String folder, String name) {}

    private final int readers;
    private int closed;
    private final Map<Wanted, Lookup> files = new HashMap<>();
    private final Map<String, List<String>> folders = new HashMap<>();
    private int size;

    /** @param readers how many will read and close it */
    SharedSource(ConfigSource original, int readers) {
        super(original);
        this.readers = readers;
    }

    @Override
    public int readings() {
        return readers;
    }

    @Override
    public synchronized Lookup applicationHost() {
        return super.applicationHost();
    }

    @Override
    public synchronized Lookup beside(String name) {
        return super.beside(name);
    }

    @Override
    public synchronized List<ConfigFile> schemas() {
        return super.schemas();
    }

    @Override
    public synchronized Lookup file(String folder, String name) {
        Wanted wanted = new Wanted(folder, name);
        Lookup known = files.get(wanted);
        return known == null ? remembered(wanted, super.file(folder, name)) : known;
    }

    private Lookup remembered(Wanted wanted, Lookup lookup) {
        int bytes = lookup instanceof Lookup.Found found ? found.file().bytes().length : 0;
        if (size + bytes <= LIMIT) {
            size += bytes;
            files.put(wanted, lookup);
        }
        return lookup;
    }

    @Override
    public synchronized Optional<String> shown(String folder, String name) {
        return super.shown(folder, name);
    }

    @Override
    public synchronized boolean isCollected(String folder) {
        return super.isCollected(folder);
    }

    @Override
    public synchronized List<String> foldersWithWebConfig(String folder) {
        List<String> known = folders.get(folder);
        if (known == null) {
            known = super.foldersWithWebConfig(folder);
            folders.put(folder, known);
        }
        return known;
    }

    @Override
    public synchronized List<Lookup.Unavailable> unreadable() {
        return new ArrayList<>(super.unreadable());
    }

    @Override
    public synchronized List<String> transforms() {
        return super.transforms();
    }

    @Override
    public synchronized List<String> allTransforms() {
        return super.allTransforms();
    }

    @Override
    public synchronized List<String> developmentHosts() {
        return super.developmentHosts();
    }

    @Override
    public synchronized void close() {
        if (++closed % readers == 0) {
            files.clear();
            folders.clear();
            size = 0;
            super.close();
        }
    }
}
