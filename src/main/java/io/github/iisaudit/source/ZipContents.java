package io.github.iisaudit.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The contents of a zip on the disk, which is open while somebody reads it. Safe for use by several threads. */
final class ZipContents implements PackedDisk.Contents {

    private final Path file;
    private final Charset names;
    private final Expansion expansion;
    private @Nullable ZipFile open;
    private @Nullable PackedFile last;
    private byte[] lastBytes = {};

    /** @param names the encoding of its names */
    ZipContents(Path file, Charset names, Expansion expansion) {
        this.file = file;
        this.names = names;
        this.expansion = expansion;
    }

    /** The zip itself. */
    synchronized ZipFile zip() throws IOException {
        ZipFile zip = open;
        if (zip == null) {
            zip = new ZipFile(file.toFile(), names);
            open = zip;
        }
        return zip;
    }

    /** What is asked for is asked for twice, mostly: what it is first, and then what it says. */
    @Override
    public synchronized InputStream open(PackedFile wanted) throws IOException {
        if (wanted != last) {
            lastBytes = bytes(wanted);
            last = wanted;
        }
        return new ByteArrayInputStream(lastBytes);
    }

    private byte[] bytes(PackedFile wanted) throws IOException {
        ZipFile zip = zip();
        ZipEntry entry = zip.getEntry(String.valueOf(wanted.entry()));
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || in == null) {
            throw new ZipException("the entry is not there any more");
        }
        try (in) {
            byte[] bytes = expansion.counting(in).readNBytes(FileBytes.LIMIT + 1);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (bytes.length <= FileBytes.LIMIT && entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                throw new ZipException("its checksum is wrong: the archive is damaged");
            }
            return bytes;
        }
    }

    @Override
    public synchronized void release() {
        ZipFile zip = open;
        open = null;
        last = null;
        lastBytes = new byte[0];
        expansion.forget();
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            // it was only read
        }
    }
}
