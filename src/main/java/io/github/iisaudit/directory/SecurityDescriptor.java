package io.github.iisaudit.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a security descriptor allows something: the identifiers in its access control list. No length in it is trusted, so that one
 * that lies ends the list.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/7d4dac05-9cef-4563-a058-f108abecce1d">MS-DTYP 2.4.6</a>
 */
final class SecurityDescriptor {

    private static final int HEAD = 20;
    private static final int LIST_HEAD = 8;
    private static final int ENTRY_HEAD = 8;
    private static final int LIST_OFFSET = 16;
    private static final int ALLOWED = 0;
    private static final int ALLOWED_OBJECT = 5;
    private static final int MOST_PARTS = 15;

    private SecurityDescriptor() {}

    /** Those of a binary one. */
    static Set<String> allowed(byte[] bytes) {
        Set<String> allowed = new LinkedHashSet<>();
        isRead(bytes, allowed);
        return allowed;
    }

    /**
     * Refuses one that lies, of which nobody knows whom it allows something.
     *
     * @param place where it stands, in words
     */
    static void check(byte @Nullable [] bytes, String place) throws UnreadableDirectoryException {
        if (bytes != null && !isTrue(bytes)) {
            throw new UnreadableDirectoryException(
                    "the security descriptor " + place + " lies about its lengths; export it again");
        }
    }

    /** Refuses words whose brackets do not pair, or that begin as no descriptor does. */
    static void check(String sddl, String place) throws UnreadableDirectoryException {
        int open = 0;
        boolean isPaired = sddl.length() > 1 && sddl.charAt(1) == ':' && "OGDS".indexOf(sddl.charAt(0)) >= 0;
        for (int i = 0; i < sddl.length(); i++) {
            char letter = sddl.charAt(i);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            isPaired &= open >= 0;
        }
        if (!isPaired || open != 0) {
            throw new UnreadableDirectoryException(
                    "the words of the security descriptor " + place + " are not whole; export it again");
        }
    }

    /** Whether it says what it has. */
    static boolean isTrue(byte[] bytes) {
        return isRead(bytes, new LinkedHashSet<>());
    }

    /** Whether all lengths are true. One may have no list at all. */
    private static boolean isRead(byte[] bytes, Set<String> allowed) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEAD) {
            return false;
        }
        long list = buffer.getInt(LIST_OFFSET) & 0xFFFFFFFFL;
        if (list < HEAD || list + LIST_HEAD > bytes.length) {
            return list == 0;
        }
        int at = (int) list + LIST_HEAD;
        int entries = buffer.getShort((int) list + 4) & 0xFFFF;
        boolean isTrue = list + (buffer.getShort((int) list + 2) & 0xFFFF) <= bytes.length;
        for (int i = 0; i < entries; i++) {
            int size = at + ENTRY_HEAD <= bytes.length ? buffer.getShort(at + 2) & 0xFFFF : 0;
            if (size < ENTRY_HEAD || at + size > bytes.length) {
                return false;
            }
            isTrue &= isAdded(buffer, at, size, allowed);
            at += size;
        }
        return isTrue;
    }

    private static boolean isAdded(ByteBuffer buffer, int at, int size, Set<String> allowed) {
        int type = buffer.get(at) & 0xFF;
        int start = at + ENTRY_HEAD;
        if (type == ALLOWED_OBJECT && size >= ENTRY_HEAD + 4) {
            int guids = Integer.bitCount(buffer.getInt(start) & 3);
            start += 4 + 16 * guids;
        } else if (type != ALLOWED) {
            return true;
        }
        String sid = sid(buffer, start, at + size);
        return !sid.isEmpty() && (allowed.add(sid) || allowed.contains(sid));
    }

    /** An identifier in words, {@code S-1-5-21-…}; empty where the bytes are none. */
    static String sid(byte[] bytes) {
        return sid(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 0, bytes.length);
    }

    private static String sid(ByteBuffer buffer, int start, int end) {
        if (start + 8 > end) {
            return "";
        }
        int parts = buffer.get(start + 1) & 0xFF;
        if (buffer.get(start) != 1 || parts > MOST_PARTS || start + 8 + 4 * parts > end) {
            return "";
        }
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | buffer.get(start + i) & 0xFF;
        }
        StringBuilder sid = new StringBuilder("S-1-").append(authority);
        for (int i = 0; i < parts; i++) {
            sid.append('-').append(buffer.getInt(start + 8 + 4 * i) & 0xFFFFFFFFL);
        }
        return sid.toString();
    }

    /**
     * Those of one in the words of SDDL: {@code O:BAD:(A;;0xf01ff;;;S-1-5-…)}.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/ace-strings">ACE strings</a>
     */
    static Set<String> allowed(String sddl) {
        Set<String> allowed = new LinkedHashSet<>();
        int start = sddl.indexOf('(');
        while (start >= 0) {
            int end = sddl.indexOf(')', start);
            if (end < 0) {
                break;
            }
            String[] parts = sddl.substring(start + 1, end).split(";", -1);
            boolean isAllowed = parts[0].equals("A") || parts[0].equals("OA");
            if (isAllowed && parts.length >= 6 && parts[5].startsWith("S-1-")) {
                allowed.add(parts[5]);
            }
            start = sddl.indexOf('(', end);
        }
        return allowed;
    }
}
