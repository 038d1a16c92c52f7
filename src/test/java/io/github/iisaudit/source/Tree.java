package io.github.iisaudit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files below a temporary folder, for tests. */
record Tree(Path root) {

    static final String HOST = "<configuration><system.applicationHost/></configuration>";
    static final String WEB = "<configuration/>";

    /** Writes a file, and the folders that it lies in. */
    Tree with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tree withHost(String path) {
        return with(path, HOST);
    }

    Tree withWeb(String path) {
        return with(path, WEB);
    }

    Tree withFolder(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tree withLink(String path, String target) {
        try {
            Files.createSymbolicLink(root.resolve(path), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String typed() {
        return Drives.slashes(root);
    }

    String typed(String path) {
        return typed() + "/" + path;
    }

    Opened open(SourceOptions options, String... paths) throws SourceException {
        return Sources.open(List.of(paths).stream().map(this::typed).toList(), options);
    }

    Opened open(String... paths) throws SourceException {
        return open(SourceOptions.DEFAULTS, paths);
    }

    /** The one source that the folder itself is. */
    ConfigSource source() throws SourceException {
        return source(SourceOptions.DEFAULTS);
    }

    ConfigSource source(SourceOptions options) throws SourceException {
        return only(Sources.open(List.of(typed()), options));
    }

    static ConfigSource only(Opened opened) {
        if (opened.sources().size() != 1) {
            throw new AssertionError(opened);
        }
        return opened.sources().get(0);
    }

    static String path(Lookup lookup) {
        return lookup instanceof Lookup.Found found ? found.file().path() : lookup.toString();
    }

    static String text(Lookup lookup) {
        return lookup instanceof Lookup.Found found
                ? new String(found.file().bytes(), StandardCharsets.UTF_8)
                : lookup.toString();
    }

    static Lookup.Unavailable notCollected(String path) {
        return new Lookup.Unavailable(path, "not collected", false);
    }
}
