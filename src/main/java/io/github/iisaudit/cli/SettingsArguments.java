package io.github.iisaudit.cli;

import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.settings.SettingsReader;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The settings for what is to be read, as they are. */
    SettingsFile find(SourceArguments source) throws UsageException, SettingsException, SourceException {
        return find(source, Past.NONE);
    }

    /**
     * The settings for what is to be read. Where there is no file, no YAML is loaded.
     *
     * @param past is told of the files, whether they decide or not
     */
    SettingsFile find(SourceArguments source, Past past) throws UsageException, SettingsException, SourceException {
        if (file != null && isNone) {
            throw new UsageException("--config and --no-config contradict each other");
        }
        if (file != null) {
            return named(file, past, audited(source));
        }
        List<String> paths = isNone ? List.of() : source.startingPoints();
        boolean isAbsolute = !paths.isEmpty() && Path.of(paths.get(0)).isAbsolute();
        Path nearest = nearest(paths, past);
        for (Path each : bothTimes(nearest, paths, past)) {
            past.compare(ChangedSetting.Kind.SETTINGS, each, shown(each, isAbsolute));
        }
        if (nearest == null) {
            return SettingsFile.NONE;
        }
        Path folder = nearest.resolveSibling("");
        boolean isWhole = paths.stream()
                .anyMatch(
                        path -> folder.startsWith(Path.of(path).toAbsolutePath().normalize()));
        AuditedTree audited = audited(source).withAllThatNames(nearest);
        String shown = shown(nearest, isAbsolute);
        SettingsFile found = read(bytes(nearest, shown, past), nearest, shown, isWhole, audited);
        if (!source.isDeploymentTyped()) {
            refuseHostElsewhere(found);
        }
        return found;
    }

    /** Whoever brings settings would have any file read that they name, and on Windows any machine called. */
    private static void refuseHostElsewhere(SettingsFile found) throws UsageException {
        Settings.Deployment target = found.settings().deployment().orElse(null);
        if (target != null && found.leadsOutTo(found.absolute(target.host().value()))) {
            throw new UsageException(target.host().place() + ": "
                    + found.typed(target.host().value()) + " lies outside of what is audited:"
                    + " name it with --host FILE --site NAME, or the settings with --config");
        }
    }

    private static SettingsFile named(Path file, Past past, AuditedTree audited)
            throws SettingsException, SourceException {
        Path absolute = file.toAbsolutePath().normalize();
        String shown = shown(file, file.isAbsolute());
        past.compare(ChangedSetting.Kind.SETTINGS, absolute, shown);
        boolean isNew = past.decides(absolute) && past.read(absolute).isEmpty() && Files.exists(absolute);
        return isNew ? SettingsFile.NONE : read(bytes(absolute, shown, past), absolute, shown, true, audited);
    }

    private static @Nullable Path nearest(List<String> paths, Past past) throws UsageException, SourceException {
        Map<String, Optional<Path>> found = new LinkedHashMap<>();
        for (String path : paths) {
            found.put(path, SettingsSearch.above(path, past));
        }
        refuseSeveral(found);
        Path nearest = null;
        for (Optional<Path> file : found.values()) {
            nearest = file.orElse(null);
        }
        return nearest;
    }

    /** The settings file in force and, where those of then decide, the ones that would be in force without. */
    private static Set<Path> bothTimes(@Nullable Path nearest, List<String> paths, Past past)
            throws UsageException, SourceException {
        Set<Path> files = new LinkedHashSet<>();
        if (nearest != null) {
            files.add(nearest);
        }
        if (past != Past.NONE) {
            for (String path : paths) {
                SettingsSearch.above(path, past.other()).ifPresent(files::add);
            }
        }
        return files;
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

    private static SettingsFile read(byte[] bytes, Path file, String shown, boolean isWhole, AuditedTree audited)
            throws SettingsException {
        Settings settings = SettingsReader.read(shown, bytes);
        return new SettingsFile(settings, file.resolveSibling(""), shown, isWhole, audited);
    }

    private static byte[] bytes(Path file, String shown, Past past) throws SettingsException, SourceException {
        Optional<byte[]> then = past.decides(file) ? past.read(file) : Optional.empty();
        return then.isPresent() ? then.get() : bytes(file, shown);
    }

    private static byte[] bytes(Path file, String shown) throws SettingsException {
        try {
            if (Files.isDirectory(file)) {
                throw new SettingsException(shown + ": is a folder, not a settings file");
            }
            if (Files.exists(file) && !NamedFile.isFile(file)) {
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
            throw new SettingsException(shown + ": " + NamedFile.reason(e));
        }
    }
}
