package io.github.iisaudit.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines in which a later version of a file differs from an earlier one. A line is compared with the one of the same number:
 * behind lines that were put in or taken out, hardly any is the same. Offsets are those of the text, without the byte order mark.
 * Not changed once it is made.
 */
final class ChangedLines {

    /** So many lines may differ before it counts what part of the file they are. */
    private static final int SOME = 16;

    /** One byte in so many may differ: what has less in common had better be read by itself. */
    private static final int PART = 3;

    private final EarlierFile earlier;
    private final byte[] later;
    private final int mark;
    private int changed;
    private boolean areAllPaired = true;

    // The number of stretches that differ, and of each: start and end in the earlier file, start and end in the later
    // one.
    private int count;
    private int[] stretches = new int[4 * SOME];

    private ChangedLines(EarlierFile earlier, byte[] later) {
        this.earlier = earlier;
        this.later = later;
        this.mark = earlier.mark();
    }

    /**
     * Null where nothing can be taken over, or not much.
     *
     * @param later the content of the later version, other than that of the earlier one
     */
    static @Nullable ChangedLines between(EarlierFile earlier, byte[] later) {
        ChangedLines lines = new ChangedLines(earlier, later);
        boolean isSameEncoding = Encoding.markOfUtf8(later) == earlier.mark();
        return isSameEncoding && lines.compare() && lines.start(0) >= lines.startTagEnd() ? lines : null;
    }

    private int startTagEnd() {
        return earlier.root().startTag().end();
    }

    private boolean compare() {
        int[] starts = earlier.lineStarts();
        int last = starts.length - 1;
        int total = earlier.bytes().length - mark;
        int line = 0;
        int at = 0;
        int laterAt = 0;
        for (int same = same(0, 0); same >= 0; same = same(at, laterAt)) {
            line = lineAt(at + same, line, starts);
            laterAt += starts[line] - at;
            int laterEnd = plainEnd(laterAt, line == last);
            boolean isAllRest = line == last || laterEnd == later.length - mark;
            areAllPaired &= !isAllRest;
            at = isAllRest ? total : starts[line + 1];
            add(starts[line], at, laterAt, laterEnd);
            laterAt = laterEnd;
            if (laterEnd < 0 || (count > SOME && changed > at / PART)) {
                return false;
            }
        }
        return count > 0 && changed <= total / PART;
    }

    /** For how many bytes both are the same from some offsets on; negative where they are to their ends. */
    private int same(int from, int laterFrom) {
        byte[] bytes = earlier.bytes();
        return Arrays.mismatch(bytes, mark + from, bytes.length, later, mark + laterFrom, later.length);
    }

    private static int lineAt(int offset, int from, int[] starts) {
        int found = Arrays.binarySearch(starts, from, starts.length, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Where a line of the later file ends, or else all of it; negative if there is more in it than ASCII in usual lines. */
    private int plainEnd(int from, boolean isAll) {
        for (int i = mark + from; i < later.length; i++) {
            byte b = later[i];
            boolean isLoneReturn = b == '\r' && (i + 1 == later.length || later[i + 1] != '\n');
            if (b <= 0 || isLoneReturn) {
                return -1;
            }
            if (b == '\n' && !isAll) {
                return i + 1 - mark;
            }
        }
        return later.length - mark;
    }

    private void add(int start, int end, int laterStart, int laterEnd) {
        int at = 4 * count;
        if (at == stretches.length) {
            stretches = Arrays.copyOf(stretches, 2 * at);
        }
        stretches[at] = start;
        stretches[at + 1] = end;
        stretches[at + 2] = laterStart;
        stretches[at + 3] = laterEnd;
        count++;
        changed += Math.max(end - start, laterEnd - laterStart);
    }

    LocatedElement earlierRoot() {
        return earlier.root();
    }

    /** The number of stretches of lines that differ. */
    int count() {
        return count;
    }

    /** Where one of them starts in the earlier file. */
    int start(int stretch) {
        return stretches[4 * stretch];
    }

    int end(int stretch) {
        return stretches[4 * stretch + 1];
    }

    /** Where one of them starts in the later file. */
    int laterStart(int stretch) {
        return stretches[4 * stretch + 2];
    }

    int laterEnd(int stretch) {
        return stretches[4 * stretch + 3];
    }

    /** The later file. */
    SourceText source() {
        String text = new String(later, mark, later.length - mark, StandardCharsets.ISO_8859_1);
        return new SourceText(text, this);
    }

    SourceText earlierSource() {
        return earlier.root().span().source();
    }

    /** Whether a word stands in one of the lines of the later file. */
    boolean contain(String word, String text) {
        for (int i = 0; i < count; i++) {
            if (text.substring(laterStart(i), laterEnd(i)).contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Where the lines of the later file begin; null where they are more or less than those of the earlier one. */
    int @Nullable [] laterLineStarts() {
        if (!areAllPaired) {
            return null;
        }
        int[] starts = earlier.lineStarts().clone();
        int stretch = 0;
        int shift = 0;
        for (int line = 0; line < starts.length; line++) {
            if (stretch < count && starts[line] == end(stretch)) {
                shift = laterEnd(stretch) - end(stretch);
                stretch++;
            }
            starts[line] += shift;
        }
        return starts;
    }

    /** The walk over it. */
    PlainText text(SourceText source) {
        return PlainText.ofAscii(source.text(), later, mark);
    }
}
