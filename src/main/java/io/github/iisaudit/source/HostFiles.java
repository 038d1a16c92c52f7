package io.github.iisaudit.source;

import java.util.List;

/**
 * The applicationHost.config of a server and what lies beside it. Each method means what it means in {@link
 * ConfigSource}.
 */
interface HostFiles {

    ConfigSource.Host host();

    Lookup applicationHost();

    Lookup beside(String name);

    List<ConfigFile> schemas();

    /** The schema files that could not be read so far. */
    List<Lookup.Unavailable> unreadable();
}
