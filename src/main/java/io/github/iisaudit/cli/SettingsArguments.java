package io.github.iisaudit.cli;

import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which settings file is in use. */
final class SettingsArguments {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the settings file (default: the nearest .iisaudit.yml at or above PATH)")
    @Nullable
    Path file;

    @Option(names = "--no-config", description = "use no settings file")
    boolean isNone;

    @Option(
            names = "--allow-repository-rules",
            description =
                    "also run rules that the settings name and that come with what is audited: where you trust all who"
                            + " can change it")
    boolean isTrusted;

    /** The settings for what is to be read. Where there is no file, no YAML is loaded. */
    SettingsFile find(SourceArguments source) throws UsageException, SettingsException {
        if (file != null && isNone) {
            throw new UsageException("--config and --no-config contradict each other");
        }
        if (file != null) {
            return read(file.toAbsolutePath().normalize(), shown(file, file.isAbsolute()), true, audited(source));
        }
        List<String> paths = isNone ? List.of() : source.startingPoints();
        Map<String, Optional<Path>> found = new LinkedHashMap<>();
        for (String path : paths) {
            found.put(path, SettingsSearch.above(path));
        }
        refuseSeveral(found);
        Path nearest = null;
        for (Optional<Path> file : found.values()) {
            nearest = file.orElse(null);
        }
        if (nearest == null) {
            return SettingsFile.NONE;
        }
        boolean isAbsolute = Path.of(paths.get(0)).isAbsolute();
        Path folder = nearest.resolveSibling("");
        boolean isWhole = paths.stream()
                .anyMatch(
                        path -> folder.startsWith(Path.of(path).toAbsolutePath().normalize()));
        AuditedTree audited = audited(source).withAllThatNames(nearest);
        return read(nearest, shown(nearest, isAbsolute), isWhole, audited);
    }

    private AuditedTree audited(SourceArguments source) {
        return isTrusted ? AuditedTree.NONE : AuditedTree.around(source.startingPoints());
    }

    /** Settings that hold for some of the paths only would be a surprise for the others. */
    private static void refuseSeveral(Map<String, Optional<Path>> found) throws UsageException {
        if (new HashSet<>(found.values()).size() < 2) {
            return;
        }
        StringBuilder which = new StringBuilder();
        found.forEach((path, file) -> which.append(which.isEmpty() ? "" : ", ")
                .append(path)
                .append(": ")
                .append(file.map(f -> shown(f, Path.of(path).isAbsolute())).orElse("none")));
        throw new UsageException(
                "the paths have different settings files (" + which + "): give --config FILE or --no-config");
    }

    /** As it would be typed in the current folder. */
    private static String shown(Path file, boolean isAbsolute) {
        Path here = Path.of("").toAbsolutePath();
        boolean isRelative = !isAbsolute && file.isAbsolute() && here.getRoot().equals(file.getRoot());
        return (isRelative ? here.relativize(file) : file).toString().replace('\\', '/');
    }

    private static SettingsFile read(Path file, String shown, boolean isWhole, AuditedTree audited)
            throws SettingsException {
        Settings settings = SettingsReader.read(shown, bytes(file, shown));
        return new SettingsFile(settings, file.resolveSibling(""), shown, isWhole, audited);
    }

    private static byte[] bytes(Path file, String shown) throws SettingsException {
        try {
            if (Files.isDirectory(file)) {
                throw new SettingsException(shown + ": is a folder, not a settings file");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new SettingsException(shown + ": is not a regular file");
            }
            if (Files.size(file) > SettingsReader.LARGEST) {
                throw new SettingsException(shown + ": is larger than 1 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new SettingsException(shown + ": no such settings file");
        } catch (AccessDeniedException e) {
            throw new SettingsException(shown + ": permission denied");
        } catch (IOException e) {
            throw new SettingsException(shown + ": cannot be read: " + e.getMessage());
        }
    }
}
