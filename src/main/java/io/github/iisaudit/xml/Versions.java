package io.github.iisaudit.xml;

import io.github.iisaudit.xml.ReadFiles.Reading;
import io.github.iisaudit.xml.ReadFiles.Result;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the file at one path that were lately read. Later ones take over elements of those that were read whole, and
 * never of each other: so elements stay the same from server to server, and no version keeps more than one other in memory. Safe
 * for use by several threads, which wait for each other: what one reads the others can use.
 */
final class Versions {

    /** How many are remembered of those read whole, and of the others; fewer of large ones. */
    private static final int MOST = 8;

    private static final int MOST_BYTES = 1 << 20;

    private final String path;
    private final AtomicLong read;

    // The latest first.
    private final Deque<Version> whole = new ArrayDeque<>(2);
    private final Deque<Version> others = new ArrayDeque<>(2);

    private volatile @Nullable Version latest;
    private volatile int size;

    /** One version. */
    private static final class Version {

        final byte[] bytes;
        final Result result;
        private boolean isLookedAt;
        private @Nullable EarlierFile earlier;

        Version(byte[] bytes, Result result) {
            this.bytes = bytes;
            this.result = result;
        }

        /** The same as one from which something can be taken over; made when the first other one comes. */
        @Nullable
        EarlierFile earlier() {
            if (!isLookedAt && result.document() != null) {
                earlier =
                        EarlierFile.of(bytes, (LocatedElement) result.document().getRootElement());
            }
            isLookedAt = true;
            return earlier;
        }
    }

    /** @param read where the bytes are counted that are read */
    Versions(String path, AtomicLong read) {
        this.path = path;
        this.read = read;
    }

    /** What the version last asked for says, if it has this content. */
    @Nullable
    Result latest(byte[] bytes) {
        Version last = latest;
        return last != null && Arrays.equals(last.bytes, bytes) ? last.result : null;
    }

    /** What the version of this content says; reads it if need be. */
    synchronized Result get(byte[] bytes, Reading reading) {
        Version version = find(bytes, whole);
        version = version == null ? find(bytes, others) : version;
        if (version == null) {
            Result taken = takenOver(bytes);
            version = taken == null ? add(bytes, reading.read(path, bytes), whole) : add(bytes, taken, others);
        }
        latest = version;
        return version.result;
    }

    /** The same without anything that was taken over. */
    synchronized Result getWhole(byte[] bytes, Reading reading) {
        Version version = find(bytes, whole);
        return (version == null ? add(bytes, reading.read(path, bytes), whole) : version).result;
    }

    private static @Nullable Version find(byte[] bytes, Deque<Version> versions) {
        for (Version version : versions) {
            if (Arrays.equals(version.bytes, bytes)) {
                return version;
            }
        }
        return null;
    }

    /**
     * The tree with what can be taken over from a version that has most lines in common; null where none has, and for a file that
     * is too large to be read.
     */
    private @Nullable Result takenOver(byte[] bytes) {
        if (bytes.length > XmlReader.MAX_BYTES) {
            return null;
        }
        for (Version version : whole) {
            EarlierFile earlier = version.earlier();
            ChangedLines lines = earlier == null ? null : ChangedLines.between(earlier, bytes);
            if (lines != null) {
                return read(lines);
            }
        }
        return null;
    }

    private static @Nullable Result read(ChangedLines lines) {
        try {
            return new Result(PlainReader.read(lines), null);
        } catch (NotPlainException e) {
            return null;
        }
    }

    private Version add(byte[] bytes, Result result, Deque<Version> versions) {
        read.addAndGet(bytes.length);
        Version version = new Version(bytes, result);
        versions.addFirst(version);
        while (versions.size() > MOST || (versions.size() > 1 && bytes(versions) > MOST_BYTES)) {
            versions.removeLast();
        }
        size = bytes(whole) + bytes(others);
        return version;
    }

    private static int bytes(Deque<Version> versions) {
        int bytes = 0;
        for (Version version : versions) {
            bytes += version.bytes.length;
        }
        return bytes;
    }

    /** How many bytes of files are remembered. */
    int size() {
        return size;
    }
}
