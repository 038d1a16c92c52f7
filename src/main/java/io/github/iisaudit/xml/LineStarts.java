package io.github.iisaudit.xml;

import java.util.Arrays;

/** Where the lines of a text begin: they end at LF, CR or CRLF. */
final class LineStarts {

    private LineStarts() {}

    /** Searches instead of looking at each character: that counts at a start, when nothing is compiled yet. */
    static int[] of(String text) {
        int[] starts = new int[16];
        int count = 1;
        int feed = text.indexOf('\n');
        int lone = loneReturn(text, 0);
        while (feed >= 0 || lone >= 0) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            boolean isFeed = lone < 0 || (feed >= 0 && feed < lone);
            starts[count++] = (isFeed ? feed : lone) + 1;
            if (isFeed) {
                feed = text.indexOf('\n', feed + 1);
            } else {
                lone = loneReturn(text, lone + 1);
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** A carriage return that no line feed follows: it ends a line by itself. */
    private static int loneReturn(String text, int from) {
        int at = text.indexOf('\r', from);
        while (at >= 0 && text.startsWith("\n", at + 1)) {
            at = text.indexOf('\r', at + 1);
        }
        return at;
    }
}
