package io.github.iisaudit.source;

import io.github.iisaudit.source.TarReader.TarEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an archive, in place, into its tree. What cannot be read is told there, and the rest is read. */
final class ArchiveReader {

    /** Names of zips that do not say that they are UTF-8: PKWARE's APPNOTE, D.1. */
    private static final String OLD_NAMES = "IBM437";

    private ArchiveReader() {}

    /** What a file holds. */
    static ArchiveTree read(Path file, ArchiveKind kind, String name) throws IOException {
        ArchiveTree tree = new ArchiveTree(name);
        try {
            switch (kind) {
                case ZIP -> readZip(file, tree);
                case TAR -> readTar(file, tree, false);
                case TAR_GZ -> readTar(file, tree, true);
            }
        } catch (IOException | IllegalArgumentException e) {
            tree.trouble("", "cannot be read to its end: " + reason(e));
        }
        return tree;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "the archive is damaged" : String.valueOf(e.getMessage());
    }

    private static void readZip(Path file, ArchiveTree tree) throws IOException {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            readZipStream(file, tree);
            return;
        }
        try {
            readZipFile(file, StandardCharsets.UTF_8, tree);
        } catch (ZipException e) {
            if (!String.valueOf(e.getMessage()).contains("bad entry name")) {
                throw e;
            }
            readZipFile(file, Charset.forName(OLD_NAMES), tree);
        }
    }

    private static void readZipFile(Path file, Charset names, ArchiveTree tree) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), names)) {
            tree.packed(Files.size(file));
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try {
                    Path kept = kept(entry, tree);
                    if (kept != null) {
                        InputStream in = zip.getInputStream(entry);
                        tree.keep(
                                kept, entry.getName(), ArchiveTree.of(in == null ? InputStream.nullInputStream() : in));
                    }
                } catch (ArchiveTree.LimitException e) {
                    throw e;
                } catch (IOException e) {
                    tree.trouble(entry.getName(), reason(e));
                }
            }
        }
    }

    /** A zip within an archive is read from its beginning. */
    private static void readZipStream(Path file, ArchiveTree tree) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            tree.packed(Files.size(file));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path kept = kept(entry, tree);
                if (kept == null) {
                    drain(ArchiveTree.of(zip), tree);
                } else {
                    tree.keep(kept, entry.getName(), ArchiveTree.of(zip));
                }
            }
        }
    }

    private static @Nullable Path kept(ZipEntry entry, ArchiveTree tree) throws IOException {
        Path place = tree.place(entry.getName());
        if (place == null) {
            return null;
        }
        boolean isFolder = entry.isDirectory() || entry.getName().endsWith("\\");
        if (isFolder) {
            tree.addFolder(place);
            return null;
        }
        return tree.isKept(place) ? place : null;
    }

    private static void readTar(Path file, ArchiveTree tree, boolean isPacked) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = isPacked ? new GZIPInputStream(bytes, 16384) : bytes) {
            if (isPacked) {
                tree.packed(Files.size(file));
            }
            TarReader tar = new TarReader(in);
            for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                take(entry.get(), tar, tree);
                drain(tar::read, tree);
            }
        }
    }

    private static void take(TarEntry entry, TarReader tar, ArchiveTree tree) throws IOException {
        Path place = tree.place(entry.name());
        if (place == null) {
            return;
        }
        if (entry.isFolder()) {
            tree.addFolder(place);
        } else if (tree.isKept(place)) {
            if (entry.isFile()) {
                tree.keep(place, entry.name(), tar::read);
            } else {
                tree.trouble(entry.name(), "is no regular file");
            }
        }
    }

    /** What is not wanted costs as well. */
    private static void drain(ArchiveTree.Content content, ArchiveTree tree) throws IOException {
        byte[] buffer = new byte[16384];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            tree.count(count);
        }
    }
}
