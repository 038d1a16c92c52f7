package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The end of a zip, which says how large its directory is: Java reads that as a whole, whatever its size.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, 4.3.14 to 4.3.16</a>
 */
final class ZipEnd {

    /** Longer names than people give, for as many entries as are read. */
    private static final long MOST_BYTES = 160L << 20;

    private static final int SIGNATURE = 0x06054b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int LENGTH = 22;

    /** With the longest comment, and what a large zip has before it. */
    private static final int TAIL = LENGTH + 0xFFFF + 20 + 56;

    private ZipEnd() {}

    /** Fails where a directory is larger than it may be. One that is damaged passes. */
    static void check(Path file) throws IOException {
        ByteBuffer tail = tail(file);
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                check(tail.getShort(at + 10) & 0xFFFF, tail.getInt(at + 12) & 0xFFFF_FFFFL);
                break;
            }
        }
        for (int at = tail.limit() - 56; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE_64) {
                check(tail.getLong(at + 32), tail.getLong(at + 40));
                break;
            }
        }
    }

    private static ByteBuffer tail(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(open.length(), TAIL);
            byte[] bytes = new byte[length];
            open.seek(open.length() - length);
            open.readFully(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void check(long entries, long bytes) throws LimitException {
        boolean isReal = bytes != 0xFFFF_FFFFL;
        if (entries > ArchiveTree.MOST_ENTRIES) {
            throw new LimitException("more than " + ArchiveTree.MOST_ENTRIES + " entries");
        }
        if (isReal && bytes > MOST_BYTES) {
            throw new LimitException("a directory of more than " + (MOST_BYTES >> 20) + " MiB");
        }
    }
}
