package io.github.iisaudit.cli;

import io.github.iisaudit.source.ConfigSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which files there are, of those that a baseline names. Asks the disk once for each. Not safe for use by several threads. */
final class FilesThere {

    private final Map<String, String> roots = new HashMap<>();
    private final Map<Path, Boolean> known = new HashMap<>();

    FilesThere(List<ConfigSource> servers) {
        servers.forEach(server -> roots.put(server.name(), server.root()));
    }

    /** Whether a server has a file, named from its root; false for what cannot be the name of a file. */
    boolean contain(String server, String file) {
        try {
            return known.computeIfAbsent(Path.of(roots.getOrDefault(server, "")).resolve(file), Files::exists);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
