package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed in the git work trees of sources since a revision. Asks git once for each work tree. Not safe for use by
 * several threads.
 */
public final class ChangedFiles {

    private final List<WorkTree> trees = new ArrayList<>();

    private ChangedFiles() {}

    /**
     * Compares the files with what they were.
     *
     * @throws SourceException where a source lies in no work tree, there is no git, or no such revision
     */
    public static ChangedFiles since(Revisions revisions, List<ConfigSource> sources) throws SourceException {
        ChangedFiles changed = new ChangedFiles();
        for (ConfigSource source : sources) {
            Path root = real(Path.of(source.root()));
            if (changed.tree(root).isEmpty()) {
                changed.trees.add(WorkTree.since(revisions.around(root)));
            }
        }
        return changed;
    }

    /** What the files are compared with, for each work tree, in the order of the sources. */
    public List<String> described() {
        return trees.stream().map(WorkTree::described).toList();
    }

    /**
     * A server as it was. Empty where nothing below its root changed, and neither did its applicationHost.config. A file
     * that lies in no work tree of the sources counts as unchanged.
     */
    public Optional<PastSource> past(ConfigSource source) {
        PastSource past = new PastSource(source, this);
        Path root = real(Path.of(source.root()));
        boolean isChanged = tree(root)
                        .filter(tree -> tree.isChanged(root) || tree.isUnknown(root))
                        .isPresent()
                || past.hostPath().flatMap(this::past).isPresent();
        return isChanged ? Optional.of(past) : Optional.empty();
    }

    /** Whether a file that is there is not what it was. */
    Optional<WorkTree.Past> past(Path file) {
        Path real = real(file);
        return tree(real).flatMap(tree -> tree.past(real, true));
    }

    /** What was at a path where now nothing is. */
    Optional<WorkTree.Past> gone(Path path) {
        Path real = realFolder(path);
        return tree(real).flatMap(tree -> tree.past(real, false));
    }

    /** Whether a file of a name in lower case is gone. */
    boolean hasLost(String name) {
        return trees.stream().anyMatch(tree -> tree.hasLost(name));
    }

    /** The files in a folder that changed or are gone: relative paths. */
    public List<String> before(Path folder) {
        Path real = realFolder(folder);
        return tree(real).map(tree -> tree.past(real)).orElse(List.of());
    }

    private Optional<WorkTree> tree(Path real) {
        return trees.stream().filter(tree -> tree.contains(real)).findFirst();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return realFolder(path);
        }
    }

    /** Of what is not there, the nearest folder that is tells where it lies. */
    private static Path realFolder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            try {
                return at.toRealPath().resolve(at.relativize(absolute));
            } catch (IOException | InvalidPathException e) {
                continue;
            }
        }
        return absolute;
    }
}
