package io.github.iisaudit.source;

import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;

/** An applicationHost.config that lies in no folder: one from standard input, or an assumed one. */
final class HostText implements HostFiles {

    private final Host host;
    private final Lookup file;
    private final Lookup beside;

    private HostText(Host host, Lookup file, Lookup beside) {
        this.host = host;
        this.file = file;
        this.beside = beside;
    }

    /** The one that is taken where none is known; nothing lies beside it. */
    static HostText assumed(ConfigFile file) {
        return new HostText(Host.ASSUMED, new Lookup.Found(file), new Lookup.Absent());
    }

    /** One that was read; what lay beside it is not known. */
    static HostText read(Lookup file, Host host) {
        return new HostText(host, file, new Lookup.Unavailable("", Folders.NOT_COLLECTED, false));
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Lookup applicationHost() {
        return file;
    }

    @Override
    public Lookup beside(String name) {
        return beside instanceof Lookup.Unavailable missing
                ? new Lookup.Unavailable(name, missing.reason(), missing.unreadable())
                : beside;
    }

    @Override
    public List<ConfigFile> schemas() {
        return List.of();
    }

    @Override
    public List<Lookup.Unavailable> unreadable() {
        return List.of();
    }
}
