package io.github.iisaudit.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server that remembers the files that it was asked for, by the paths that findings name. */
public final class SeenSource extends OtherSource {

    private final Map<String, ConfigFile> files = new TreeMap<>();

    public SeenSource(ConfigSource original) {
        super(original);
    }

    /** A file that was asked for and is there. */
    public Optional<ConfigFile> seen(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** How many bytes all files have that are there. */
    public long size() {
        long size = 0;
        for (ConfigFile file : files.values()) {
            size += file.bytes().length;
        }
        return size;
    }

    private Lookup seen(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            files.putIfAbsent(found.file().path(), found.file());
        }
        return lookup;
    }

    @Override
    public Lookup applicationHost() {
        return seen(original().applicationHost());
    }

    @Override
    public Lookup beside(String name) {
        return seen(original().beside(name));
    }

    @Override
    public Lookup file(String folder, String name) {
        return seen(original().file(folder, name));
    }
}
