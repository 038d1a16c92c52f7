package io.github.iisaudit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of evidence that are named, and those in the folders that are named, in order. Within folders no folder is followed that
 * is a link, and a file that leads out of the folder given is refused.
 */
public final class EvidenceFiles {

    /** Deeper than any folder of logs. */
    private static final int DEPTH = 12;

    /** What Windows, Linux and IIS itself leave beside evidence. */
    private static final Set<String> BESIDE = Set.of("desktop.ini", "thumbs.db", "freb.xsl");

    private EvidenceFiles() {}

    /**
     * Looks for them.
     *
     * @param typed files and folders
     * @throws SourceException if one does not exist or cannot be looked into
     */
    public static List<EvidenceFile> find(List<Path> typed) throws SourceException {
        List<EvidenceFile> found = new ArrayList<>();
        for (Path each : typed) {
            if (Files.isDirectory(each)) {
                addAll(each, typed.size() > 1, found);
            } else if (NamedFile.isFile(each)) {
                found.add(file(each, shown(each)));
            } else if (Files.exists(each)) {
                throw new SourceException("--evidence: " + shown(each) + " " + NamedFile.NO_FILE
                        + ", and evidence is read more than once: write it to a file first");
            } else {
                throw new SourceException("--evidence: there is no " + shown(each));
            }
        }
        return found;
    }

    private static void addAll(Path folder, boolean isOneOfSeveral, List<EvidenceFile> found) throws SourceException {
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            Path real = folder.toRealPath();
            walk.filter(Files::isRegularFile)
                    .filter(EvidenceFiles::isWanted)
                    .map(path -> within(real, path, shown(isOneOfSeveral ? path : folder.relativize(path))))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException("--evidence: " + shown(folder) + " cannot be looked into");
        }
    }

    private static EvidenceFile within(Path folder, Path path, String name) {
        EvidenceFile file = file(path, name);
        try {
            boolean isInside = !Files.isSymbolicLink(path) || path.toRealPath().startsWith(folder);
            return isInside ? file : file.refused("it " + Boundary.REASON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWanted(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !BESIDE.contains(name);
    }

    private static EvidenceFile file(Path path, String name) {
        List<String> folders = new ArrayList<>();
        Path folder = path.toAbsolutePath().normalize().getParent();
        while (folder != null && folder.getFileName() != null) {
            folders.add(folder.getFileName().toString());
            folder = folder.getParent();
        }
        return new EvidenceFile(name, folders, path.toFile());
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
