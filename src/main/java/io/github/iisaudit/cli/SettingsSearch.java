package io.github.iisaudit.cli;

import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks for a settings file upwards from a path, to the root of the work tree or of the disk. */
final class SettingsSearch {

    private static final List<String> NAMES = List.of(".iisaudit.yml", ".iisaudit.yaml");

    private SettingsSearch() {}

    /**
     * The nearest settings file above a path, which need not exist; empty where there is none.
     *
     * @param past where files of then decide, a settings file counts that was there then
     */
    static Optional<Path> above(String path, Past past) throws UsageException, SourceException {
        Path start;
        try {
            start = Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Optional<Path> file = in(folder, past);
            if (file.isPresent() && !past.decides(file.get())) {
                refuseLinkOut(file.get(), folder);
            }
            if (file.isPresent() || isWorkTree(folder)) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(Path file, Past past) throws SourceException {
        return past.decides(file) ? past.read(file).isPresent() : Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whoever brings a folder to be audited may bring a link to settings that are none of it. */
    private static void refuseLinkOut(Path file, Path folder) throws UsageException {
        if (!Files.isSymbolicLink(file)) {
            return;
        }
        Path tree = folder;
        for (Path at = folder; at != null; at = at.getParent()) {
            if (isWorkTree(at)) {
                tree = at;
                break;
            }
        }
        try {
            if (file.toRealPath().startsWith(tree.toRealPath())) {
                return;
            }
        } catch (IOException e) {
            return; // what it leads to is told when it is read
        }
        throw new UsageException(Destination.shown(file) + " is a link out of " + Destination.shown(tree)
                + ": name the settings with --config FILE, or give --no-config");
    }

    private static boolean isWorkTree(Path folder) {
        return Files.exists(folder.resolve(".git"));
    }

    private static Optional<Path> in(Path folder, Past past) throws UsageException, SourceException {
        Path found = null;
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (!isThere(file, past)) {
                continue;
            }
            if (found != null) {
                throw new UsageException("there are both " + String.join(" and ", NAMES) + " in "
                        + folder.toString().replace('\\', '/') + ": keep one");
            }
            found = file;
        }
        return Optional.ofNullable(found);
    }
}
