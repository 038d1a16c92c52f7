package io.github.iisaudit.spark;

import java.io.Serializable;

/**
 * What lies in the folder of a fleet: mostly a server, as a folder or an archive.
 *
 * @param name in the folder
 * @param size in bytes, as far as it is known
 * @param isFolder whether its size is that of all that lies in it
 */
record FleetEntry(String name, long size, boolean isFolder) implements Serializable {

    FleetEntry of(long bytes) {
        return new FleetEntry(name, bytes, isFolder);
    }
}
