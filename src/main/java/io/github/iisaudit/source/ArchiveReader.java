package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import io.github.iisaudit.source.TarReader.TarEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive, in place, into its tree: of a zip on the disk the names only, of all others what may be configuration too. What
 * cannot be read is told there, and the rest is read. Nothing comes to the disk.
 */
final class ArchiveReader {

    /** Names of zips that do not say that they are UTF-8: PKWARE's APPNOTE, D.1. */
    private static final String OLD_NAMES = "IBM437";

    /** Of all that is kept in memory. */
    private static final long MOST_KEPT = 192L << 20;

    private static final String TO_ITS_END = "cannot be read to its end: ";

    private final Path file;
    private final ArchiveKind kind;
    private final ArchiveTree tree;
    private final Map<String, byte[]> contents = new HashMap<>();
    private long kept;

    private ArchiveReader(Path file, ArchiveKind kind, String name) {
        this.file = file;
        this.kind = kind;
        this.tree = new ArchiveTree(file, name);
    }

    /** What a file holds. */
    static ArchiveTree read(Path file, ArchiveKind kind, String name) {
        ArchiveReader reader = new ArchiveReader(file, kind, name);
        try {
            reader.readAll();
        } catch (IOException | IllegalArgumentException e) {
            reader.tree.trouble("", TO_ITS_END + reason(e));
        }
        return reader.tree;
    }

    /** Why an archive cannot be read, in words that follow a colon. */
    static String reason(Exception e) {
        return e.getMessage() == null ? "the archive is damaged" : String.valueOf(e.getMessage());
    }

    private void readAll() throws IOException {
        boolean isOnDisk = file.getFileSystem() == FileSystems.getDefault();
        if (kind != ArchiveKind.ZIP || !isOnDisk) {
            readStream();
            return;
        }
        try {
            ZipEnd.check(file);
            readNames(StandardCharsets.UTF_8);
        } catch (LimitException e) {
            tree.trouble("", TO_ITS_END + reason(e));
            readStream();
        } catch (ZipException e) {
            readOtherwise(e);
        }
    }

    private void readOtherwise(ZipException failure) throws IOException {
        if (String.valueOf(failure.getMessage()).contains("bad entry name")) {
            readNames(Charset.forName(OLD_NAMES));
        } else {
            tree.trouble("", "its directory cannot be read: " + reason(failure));
            readStream();
        }
    }

    private void readNames(Charset names) throws IOException {
        Expansion expansion = new Expansion(Files.size(file), PackedDisk.around(file));
        ZipContents zip = new ZipContents(file, names, expansion);
        tree.disk().setContents(zip, expansion);
        ZipFile open = zip.zip();
        refuseShared(open);
        for (Enumeration<? extends ZipEntry> entries = open.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (isFolder(entry)) {
                tree.addFolder(entry.getName());
            } else if (entry.getSize() > Expansion.MOST_BYTES) {
                tree.trouble(entry.getName(), "expands to more than " + (Expansion.MOST_BYTES >> 30) + " GiB");
            } else {
                tree.addFile(entry.getName(), entry.getSize());
            }
        }
    }

    /** Entries that lie over each other expand to far more than the size of a zip lets one expect. */
    private void refuseShared(ZipFile zip) throws IOException {
        long left = Files.size(file);
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            left -= Math.max(0, entries.nextElement().getCompressedSize());
        }
        if (left < 0) {
            throw new LimitException("its entries lie over each other");
        }
    }

    private static boolean isFolder(ZipEntry entry) {
        return entry.isDirectory() || entry.getName().endsWith("\\");
    }

    private void readStream() throws IOException {
        Expansion expansion =
                new Expansion(kind == ArchiveKind.TAR ? Long.MAX_VALUE : Files.size(file), PackedDisk.around(file));
        tree.disk().setContents(new StreamedContents(contents, again(file, kind)), expansion);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            switch (kind) {
                case ZIP -> readZip(bytes, expansion);
                case TAR -> readTar(bytes, expansion);
                case TAR_GZ -> readTar(new GZIPInputStream(bytes, 16384), expansion);
            }
        }
    }

    /** Holds nothing of what was read before. What ends too early was told when it was read first: what comes before that is there. */
    static StreamedContents.Reading again(Path file, ArchiveKind kind) {
        return () -> {
            ArchiveReader reader = new ArchiveReader(file, kind, "");
            try {
                reader.readStream();
            } catch (IOException | IllegalArgumentException e) {
                reader.tree.trouble("", TO_ITS_END + reason(e));
            }
            return reader.contents;
        };
    }

    private void readZip(InputStream bytes, Expansion expansion) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        InputStream content = expansion.counting(zip);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (isFolder(entry)) {
                tree.addFolder(entry.getName());
            } else {
                keep(tree.addFile(entry.getName(), entry.getSize()), content);
            }
        }
    }

    private void readTar(InputStream in, Expansion expansion) throws IOException {
        TarReader tar = new TarReader(expansion.counting(in));
        for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            TarEntry next = entry.get();
            if (next.isFolder()) {
                tree.addFolder(next.name());
            } else if (next.isFile()) {
                keep(tree.addFile(next.name(), next.size()), tar);
            } else if (next.isHardLink() && contents.containsKey(next.target())) {
                link(next, expansion);
            } else if (tree.addFile(next.name(), 0) != null) {
                tree.trouble(next.name(), "is no regular file");
            }
        }
    }

    /** What it leads to is audited once more. */
    private void link(TarEntry entry, Expansion expansion) throws LimitException {
        byte[] bytes = contents.getOrDefault(entry.target(), new byte[0]);
        expansion.count(bytes.length);
        if (tree.addFile(entry.name(), bytes.length) != null) {
            contents.put(entry.name(), bytes);
        }
    }

    /** What is not wanted costs as well. */
    private void keep(@Nullable PackedFile wanted, InputStream content) throws IOException {
        if (wanted != null) {
            byte[] bytes = content.readNBytes(FileBytes.LIMIT + 1);
            kept += bytes.length;
            if (kept > MOST_KEPT) {
                throw new LimitException("more than " + (MOST_KEPT >> 20) + " MiB of configuration");
            }
            contents.put(String.valueOf(wanted.entry()), bytes);
        }
        content.transferTo(OutputStream.nullOutputStream());
    }
}
