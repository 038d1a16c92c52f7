package io.github.iisaudit.cli;

import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run writes: none is one that it reads or another one of them, by whatever name, and none lies behind a link that
 * is part of what is audited. Whoever brings that decides about its links.
 */
final class Destinations {

    /** Beginnings of the reports that are XML or HTML: those of this program, which may be replaced. */
    private static final List<String> REPORTS = List.of("<testsuite", "<checkstyle", "<!doctype html", "<html");

    /** The ends of names of what is collected as evidence, and of no report. */
    private static final List<String> READ = List.of(".log", ".gz", ".zip", ".saz", ".har", ".reg", ".pol");

    private static final int HEAD = 1024;

    private final List<Path> read = new ArrayList<>();
    private final List<Path> audited = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final boolean isAudit;

    /** What is audited: folders, and files. */
    Destinations(List<String> paths) {
        isAudit = !paths.isEmpty();
        for (String path : paths) {
            reads(path);
            try {
                audited.add(Path.of(path));
            } catch (InvalidPathException e) {
                continue; // which is told when it is opened
            }
        }
    }

    /** Adds a file that is read: settings, a baseline. */
    void reads(@Nullable String file) {
        try {
            if (file != null && !Files.isDirectory(Path.of(file))) {
                read.add(Path.of(file));
            }
        } catch (InvalidPathException e) {
            return; // as above
        }
    }

    /** Adds a file that is read and whose folder comes with it, and so do the links there. */
    void readsWithLinks(String file) {
        reads(file);
        try {
            audited.add(Path.of(file).toAbsolutePath().resolveSibling(""));
        } catch (InvalidPathException e) {
            return; // as above
        }
    }

    /** Adds a file that is read, or a folder of such. */
    void reads(@Nullable Path file) {
        if (file != null) {
            read.add(file);
        }
    }

    /** Adds a file that is written. */
    void add(Path path) throws UsageException {
        Destination destination = new Destination(path);
        destination.check();
        if (destination.isStream()) {
            if (Files.isRegularFile(path)) {
                refuseRead(path);
            }
            return;
        }
        refuseLinks(path);
        refuseRead(path);
        for (Path other : written) {
            if (isSame(path, other)) {
                throw new UsageException("two reports would be written to " + path);
            }
        }
        written.add(path);
    }

    /** A file that was read, or that says itself that it is configuration, rules or the like, and no report. */
    private void refuseRead(Path path) throws UsageException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (isAudit && isNamedAsConfiguration(path)) {
                throw refusal(
                        path, "that is a name of configuration, which the next run would read; name another file");
            }
            return;
        }
        for (Path file : read) {
            if (isSame(path, file) || holds(file, path)) {
                throw refusal(path, "it is one of the files that are read");
            }
        }
        if (isConfiguration(path)) {
            throw refusal(path, "it is there and looks like configuration; name another file or delete it first");
        }
    }

    /** Whether a folder that is read, as one of logs, holds a file that is no report by its name. */
    private static boolean holds(Path folder, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean isRead = false;
        for (String end : READ) {
            isRead |= name.endsWith(end);
        }
        return isRead && Files.isDirectory(folder) && real(file).startsWith(real(folder));
    }

    /** Windows takes a name for the same with dots at its end. */
    private static boolean isNamedAsConfiguration(Path path) {
        String name =
                String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("[. ]+$", "");
        return name.endsWith(".config") || name.equals(".iisaudit.yml") || name.equals(".iisaudit.yaml");
    }

    private static boolean isConfiguration(Path path) {
        if (isNamedAsConfiguration(path)) {
            return true;
        }
        try (InputStream input = NamedFile.open(path)) {
            byte[] head = input.readNBytes(HEAD);
            String text = new String(head, StandardCharsets.UTF_8).replace("\0", "");
            return isForeign(text.replaceFirst("^[^<\\w]+", "").toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isForeign(String text) {
        String content = text.replaceFirst("^<\\?xml[^>]*>\\s*", "");
        return content.startsWith("<") && REPORTS.stream().noneMatch(content::startsWith);
    }

    private void refuseLinks(Path path) throws UsageException {
        for (Path at = path.toAbsolutePath().getParent(); at != null; at = at.getParent()) {
            if (Files.isSymbolicLink(at) && isAudited(at)) {
                throw refusal(path, "its folder " + Destination.shown(at) + " is a link in what is audited");
            }
        }
    }

    /** Whether a link lies in what is audited, or in the work tree around it. */
    private boolean isAudited(Path link) {
        Path folder = real(link.resolveSibling(""));
        for (Path path : audited) {
            Path top = real(path);
            for (Path at = top; at != null; at = at.getParent()) {
                top = Files.exists(at.resolve(".git")) ? at : top;
            }
            if (folder.startsWith(top)) {
                return true;
            }
        }
        return false;
    }

    /** By whatever name: through links, by another of the names that a file has, in another case where that is the same. */
    static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
            Path folder = one.toAbsolutePath().resolveSibling("");
            Path otherFolder = other.toAbsolutePath().resolveSibling("");
            String name = String.valueOf(one.getFileName());
            String otherName = String.valueOf(other.getFileName());
            return (name.equals(otherName) || name.equalsIgnoreCase(otherName) && ignoresCase(real(folder)))
                    && Files.isSameFile(folder, otherFolder);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ignoresCase(Path folder) throws IOException {
        String name = folder.toString();
        Path upper = folder.getFileSystem().getPath(name.toUpperCase(Locale.ROOT));
        Path lower = folder.getFileSystem().getPath(name.toLowerCase(Locale.ROOT));
        return Files.exists(upper) && Files.exists(lower) && Files.isSameFile(upper, lower);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static UsageException refusal(Path path, String reason) {
        return new UsageException("cannot write " + Destination.shown(path) + ": " + reason);
    }
}
