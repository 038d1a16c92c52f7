package io.github.iisaudit.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar, one entry after the other: the old form, ustar, and the long names of GNU and POSIX (pax). As a stream it is the content
 * of the entry that it is at. What is wanted of it is names and contents, in order and within limits, which is little against the three
 * libraries (2.1 MB) that commons-compress would bring for it, and zips are the JDK's.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06">ustar interchange format</a>
 */
final class TarReader extends InputStream {

    static final int BLOCK = 512;

    /** Longer names and headers than that are no names. */
    private static final int LONGEST = 1 << 20;

    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final InputStream in;
    private long left;
    private int padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * An entry.
     *
     * @param type as the header writes it: {@code '0'} is a file, {@code '5'} a folder, {@code '1'} and {@code '2'} links
     * @param target of a link, what it leads to
     */
    record TarEntry(String name, long size, char type, String target) {

        /** Whether it is another name of a file that came before. */
        boolean isHardLink() {
            return type == '1';
        }

        boolean isFolder() {
            return type == '5' || name.endsWith("/");
        }

        boolean isFile() {
            return type == '0' || type == 0 || type == '7';
        }
    }

    /** The next entry; what is left of the one before is passed over. Empty at the end. */
    Optional<TarEntry> next() throws IOException {
        Map<String, String> extended = new HashMap<>();
        while (true) {
            skip();
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isZero(header)) {
                return Optional.empty();
            }
            check(header);
            long size = number(header, SIZE, 12);
            char type = (char) (header[TYPE] & 0xFF);
            open(size);
            switch (type) {
                case 'L' -> extended.put("path", text(readAll(size)));
                case 'x' -> extended.putAll(records(readAll(size)));
                case 'K' -> extended.put("linkpath", text(readAll(size)));
                case 'g' -> {}
                default -> {
                    return Optional.of(entry(header, size, type, extended));
                }
            }
        }
    }

    private TarEntry entry(byte[] header, long size, char type, Map<String, String> extended) throws IOException {
        String name = extended.getOrDefault("path", name(header));
        @Nullable String other = extended.get("size");
        long real = other == null ? size : parse(other);
        if (real != size) {
            open(real);
        }
        String target = extended.getOrDefault("linkpath", text(header, LINK, NAME));
        return new TarEntry(name, real, type, target);
    }

    private void open(long size) {
        left = size;
        padding = (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new IOException("the archive ends within an entry");
        }
        left -= count;
        return count;
    }

    private byte[] readAll(long size) throws IOException {
        if (size > LONGEST) {
            throw new IOException("a header of the archive is too long");
        }
        byte[] all = in.readNBytes((int) size);
        left -= all.length;
        return all;
    }

    private void skip() throws IOException {
        byte[] buffer = new byte[8192];
        while (left > 0) {
            read(buffer, 0, buffer.length);
        }
        in.readNBytes(padding);
        padding = 0;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, NAME);
        boolean isUstar = text(header, 257, 5).equals("ustar") && header[263] == '0';
        String prefix = isUstar ? text(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The records of a pax header: {@code LENGTH KEY=VALUE}, a line each. */
    private static Map<String, String> records(byte[] header) throws IOException {
        Map<String, String> records = new HashMap<>();
        int at = 0;
        while (at < header.length && header[at] != 0) {
            int space = at;
            while (space < header.length && header[space] != ' ') {
                space++;
            }
            int length = (int) parse(new String(header, at, space - at, StandardCharsets.ISO_8859_1));
            int end = at + length;
            if (length <= space - at + 1 || end > header.length) {
                throw new IOException("a header of the archive is damaged");
            }
            String record = new String(header, space + 1, end - space - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                records.put(record.substring(0, equals), record.substring(equals + 1));
            }
            at = end;
        }
        return records;
    }

    /** Whether a tar begins so: also one of the oldest form, which has no word for it. */
    static boolean begins(byte[] header) {
        try {
            check(header);
            return !isZero(header);
        } catch (IOException e) {
            return false;
        }
    }

    private static void check(byte[] header) throws IOException {
        int sum = 0;
        for (int i = 0; i < header.length; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xFF;
        }
        if (header.length < BLOCK || number(header, CHECKSUM, 8) != sum) {
            throw new IOException("the archive is damaged");
        }
    }

    /** An octal number, or a binary one where the first bit is set. */
    private static long number(byte[] header, int offset, int length) throws IOException {
        if ((header[offset] & 0x80) != 0) {
            long value = header[offset] & 0x7F;
            for (int i = 1; i < length; i++) {
                value = value << 8 | header[offset + i] & 0xFF;
            }
            if (value < 0) {
                throw new IOException("the archive is damaged");
            }
            return value;
        }
        String digits = text(header, offset, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the archive is damaged", e);
        }
    }

    private static long parse(String digits) throws IOException {
        try {
            long value = Long.parseLong(digits);
            if (value >= 0 && value <= Long.MAX_VALUE / 2) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a header of the archive is damaged", e);
        }
        throw new IOException("a header of the archive is damaged");
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    private static String text(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < Math.min(offset + length, bytes.length) && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }
}
