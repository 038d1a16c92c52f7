package io.github.iisaudit.directory;

/**
 * The last part of a security identifier, which tells the accounts of a domain apart.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/f992ad60-0fe4-4b87-9fed-beb478836861">MS-DTYP 2.4.2.2</a>
 */
final class Identifier {

    private static final int HEAD = 8;

    private Identifier() {}

    /** That of one in words; 0 where there is none. */
    static int last(String sid) {
        long last = 0;
        for (int i = sid.lastIndexOf('-') + 1; i < sid.length(); i++) {
            last = 10 * last + sid.charAt(i) - '0';
        }
        return (int) last;
    }

    /** Where that of one among bytes begins; -1 where these are none. */
    static int last(byte[] bytes, int start, int end) {
        int at = start + HEAD + 4 * (end - start < HEAD ? 0 : bytes[start + 1] - 1);
        return end - start > HEAD && bytes[start] == 1 && at >= start + HEAD && at + 4 == end ? at : -1;
    }

    /** The number that begins at a place. */
    static int number(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }
}
