package io.github.iisaudit.cli;

import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.Revision;
import io.github.iisaudit.source.Revisions;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Settings, baselines and rules as they were at the revision that {@code --since} names, so that a change cannot decide itself
 * which of its findings count. A file outside of the audited work trees is as it is. Not safe for use by several threads.
 */
final class Past {

    /** Nothing is compared, and every file is as it is. */
    static final Past NONE = new Past(List.of(), false);

    private final List<Revision> trees;
    private final boolean isInForce;
    private final Map<Path, String> ruleFolders = new LinkedHashMap<>();
    private final List<ChangedSetting> changed = new ArrayList<>();

    private Past(List<Revision> trees, boolean isInForce) {
        this.trees = trees;
        this.isInForce = isInForce;
    }

    /**
     * The past of the work trees that paths lie in.
     *
     * @param isInForce whether a run goes by what was then
     */
    static Past of(Revisions revisions, List<String> paths, boolean isInForce) {
        Set<Revision> trees = new LinkedHashSet<>();
        for (String path : paths) {
            real(path).flatMap(real -> tree(revisions, real)).ifPresent(trees::add);
        }
        return new Past(List.copyOf(trees), isInForce);
    }

    /** What cannot be compared is complained of when the sources are. */
    private static Optional<Revision> tree(Revisions revisions, Path real) {
        try {
            return Optional.of(revisions.around(real));
        } catch (SourceException e) {
            return Optional.empty();
        }
    }

    /** What is not there is complained of by whoever opens it. */
    private static Optional<Path> real(String path) {
        try {
            return Optional.of(Path.of(path).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The same trees where the other time decides: now instead of then, or then instead of now. */
    Past other() {
        return new Past(trees, !isInForce);
    }

    /** Whether a file is to be taken from then. */
    boolean decides(Path file) {
        return isInForce && place(file).isPresent();
    }

    /** What a file was; empty where there was none, and where it lies outside. */
    Optional<byte[]> read(Path file) throws SourceException {
        Optional<Place> place = place(file);
        return place.isEmpty() ? Optional.empty() : place.get().tree.read(place.get().file);
    }

    /** A file in one of the trees. */
    private record Place(Revision tree, Path file) {}

    private Optional<Place> place(Path file) {
        if (trees.isEmpty()) {
            return Optional.empty();
        }
        List<Path> names = new ArrayList<>(List.of(inRealFolder(file)));
        real(file.toString()).ifPresent(names::add);
        for (Path name : names) {
            for (Revision tree : trees) {
                if (name.startsWith(tree.top())) {
                    return Optional.of(new Place(tree, name));
                }
            }
        }
        return Optional.empty();
    }

    /** Links to its folder are followed, as the tops of trees are real; of what is not there, the nearest folder that is. */
    private static Path inRealFolder(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path folder = absolute.getParent(); folder != null; folder = folder.getParent()) {
            Optional<Path> real = real(folder.toString());
            if (real.isPresent()) {
                return real.get().resolve(folder.relativize(absolute));
            }
        }
        return absolute;
    }

    /** Notes whether a file is other than it was. */
    void compare(ChangedSetting.Kind kind, Path file, String shown) throws SourceException {
        if (place(file).isPresent()) {
            boolean isNowInForce = kind.isAsItIs() || !isInForce;
            ChangedSetting.between(
                            kind, shown, read(file).map(Past::text), now(file).map(Past::text), isNowInForce)
                    .ifPresent(changed::add);
        }
    }

    /** Notes a folder of rules, which are compared later. */
    void remember(Path ruleFolder, String shown) {
        ruleFolders.put(ruleFolder, shown);
    }

    /** Notes which rules are other than they were; they run as they are. */
    void compareRules(ChangedFiles files) throws SourceException {
        for (Map.Entry<Path, String> folder : ruleFolders.entrySet()) {
            TreeSet<String> names = new TreeSet<>(files.before(folder.getKey()));
            names.addAll(namesIn(folder.getKey()));
            for (String name : names) {
                boolean isRule = name.toLowerCase(Locale.ROOT).endsWith(".xml") && name.indexOf('/') < 0;
                if (isRule) {
                    compare(ChangedSetting.Kind.RULE, folder.getKey().resolve(name), folder.getValue() + "/" + name);
                }
            }
        }
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What differs, in the order in which it was compared. */
    List<ChangedSetting> changed() {
        return List.copyOf(changed);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What is there and cannot be read is other than it was. */
    private static Optional<byte[]> now(Path file) {
        try {
            return NamedFile.isFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
