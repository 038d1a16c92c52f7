package io.github.iisaudit.xml;

import org.jspecify.annotations.Nullable;

/**
 * A file that was read lately, from whose tree a later version of it may take over elements. It is in UTF-8 and has no character
 * that takes more than a byte.
 *
 * @param bytes its content
 * @param mark the length of its byte order mark
 * @param root its root element, below which nothing was taken over from another file
 */
record EarlierFile(byte[] bytes, int mark, LocatedElement root) {

    /** Null for a file from which nothing can be taken over. */
    static @Nullable EarlierFile of(byte[] bytes, LocatedElement root) {
        Encoding encoding = Encoding.of(bytes);
        SourceText source = root.span().source();
        boolean isAscii = encoding.isUtf8() && source.text().length() == bytes.length - encoding.mark();
        return isAscii && !hasLoneReturn(source) ? new EarlierFile(bytes, encoding.mark(), root) : null;
    }

    /** Whether a line ends at a CR alone. */
    private static boolean hasLoneReturn(SourceText source) {
        int[] starts = source.lineStarts();
        for (int i = 1; i < starts.length; i++) {
            if (source.text().charAt(starts[i] - 1) == '\r') {
                return true;
            }
        }
        return false;
    }

    int[] lineStarts() {
        return root.span().source().lineStarts();
    }
}
