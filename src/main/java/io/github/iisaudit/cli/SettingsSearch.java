package io.github.iisaudit.cli;

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

    /** The nearest settings file above a path, which need not exist; empty where there is none. */
    static Optional<Path> above(String path) throws UsageException {
        Path start;
        try {
            start = Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Optional<Path> file = in(folder);
            if (file.isPresent() || Files.exists(folder.resolve(".git"))) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> in(Path folder) throws UsageException {
        Path found = null;
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
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
