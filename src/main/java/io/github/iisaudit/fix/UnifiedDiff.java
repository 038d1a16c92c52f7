package io.github.iisaudit.fix;

import io.github.iisaudit.xml.EncodedText;
import io.github.iisaudit.xml.Splice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one file as a unified diff of its bytes, whatever its encoding, with three lines of context or as many as may be
 * shown: no line of it holds a secret. {@code git apply} and {@code patch} take it.
 *
 * @see <a href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">Detailed description of unified format</a>
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private static final byte FEED = '\n';

    private final EncodedText text;
    private final byte[] before;

    /** Where lines begin, and after the last one where all end. */
    private final List<Integer> lines;

    private final List<Hunk> hunks = new ArrayList<>();

    /**
     * Lines that change.
     *
     * @param from the first of them, counted from 0
     * @param to the one after the last
     * @param splices what is done to them
     * @param context how many lines around may be shown
     */
    private record Hunk(int from, int to, List<Splice> splices, int context) {}

    private UnifiedDiff(Patch patch) {
        text = patch.text();
        before = patch.before();
        lines = text.source().fact(UnifiedDiff.class, () -> lineStarts(before));
        List<Splice> together = new ArrayList<>();
        for (Splice splice : patch.splices()) {
            boolean isApart = !together.isEmpty()
                    && line(text.byteOffset(splice.start())) > lastLine(together.get(together.size() - 1));
            if (isApart) {
                add(together);
                together.clear();
            }
            together.add(splice);
        }
        add(together);
    }

    /**
     * The diff of a file.
     *
     * @param name the file's name in it, with forward slashes
     * @return empty where it would have to show a secret
     */
    public static Optional<byte[]> of(Patch patch, String name) {
        UnifiedDiff diff = new UnifiedDiff(patch);
        return diff.isShown() ? Optional.of(diff.bytes(name)) : Optional.empty();
    }

    /** Whether there is a diff of a file. */
    static boolean isShown(Patch patch) {
        return new UnifiedDiff(patch).isShown();
    }

    private boolean isShown() {
        return hunks.stream().allMatch(this::isShown);
    }

    private static List<Integer> lineStarts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == FEED) {
                starts.add(i + 1);
            }
        }
        starts.add(bytes.length);
        return starts;
    }

    private int line(int offset) {
        int found = Collections.binarySearch(lines.subList(0, lines.size() - 1), offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Something that is put in before a line leaves that line as it is. */
    private int lastLine(Splice splice) {
        int end = text.byteOffset(splice.end());
        int line = line(end);
        boolean isWhole = lines.get(line) == end && endsLine(splice);
        return isWhole ? line - 1 : line;
    }

    private static boolean endsLine(Splice splice) {
        return splice.text().isEmpty()
                ? splice.end() > splice.start()
                : splice.text().endsWith("\n");
    }

    private void add(List<Splice> splices) {
        if (splices.isEmpty()) {
            return;
        }
        int from = line(text.byteOffset(splices.get(0).start()));
        int to = Math.max(from, lastLine(splices.get(splices.size() - 1)) + 1);
        hunks.add(new Hunk(from, to, List.copyOf(splices), context(from, to)));
    }

    private byte[] after(Hunk hunk) {
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        int done = lines.get(hunk.from);
        for (Splice splice : hunk.splices) {
            int start = text.byteOffset(splice.start());
            after.write(before, done, start - done);
            after.writeBytes(text.encoded(splice.text()));
            done = text.byteOffset(splice.end());
        }
        after.write(before, done, Math.max(0, lines.get(hunk.to) - done));
        return after.toByteArray();
    }

    /** As many lines on both sides, as far as the file has them: who applies it would else take it for the end of the file. */
    private int context(int from, int to) {
        int context = CONTEXT;
        while (context > 0 && !isShown(Math.max(0, from - context), Math.min(lines.size() - 1, to + context))) {
            context--;
        }
        return context;
    }

    private boolean isShown(int from, int to) {
        return text.isShown(lines.get(from), lines.get(to));
    }

    private boolean isShown(Hunk hunk) {
        return hunk.context > 0 && isShown(hunk.from, hunk.to);
    }

    private int start(Hunk hunk) {
        return Math.max(0, hunk.from - hunk.context);
    }

    private int end(Hunk hunk) {
        return Math.min(lines.size() - 1, hunk.to + hunk.context);
    }

    private byte[] bytes(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "--- " + quoted("a/" + name) + "\n+++ " + quoted("b/" + name) + "\n");
        int moved = 0;
        for (int i = 0; i < hunks.size(); ) {
            int last = i;
            while (last + 1 < hunks.size() && start(hunks.get(last + 1)) <= end(hunks.get(last))) {
                last++;
            }
            moved += write(out, hunks.subList(i, last + 1), moved);
            i = last + 1;
        }
        return out.toByteArray();
    }

    /** @return by how many lines more the file has become longer */
    private int write(ByteArrayOutputStream out, List<Hunk> together, int moved) {
        int start = start(together.get(0));
        int end = end(together.get(together.size() - 1));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int more = 0;
        int at = start;
        for (Hunk hunk : together) {
            write(body, ' ', Arrays.copyOfRange(before, lines.get(at), lines.get(hunk.from)));
            write(body, '-', Arrays.copyOfRange(before, lines.get(hunk.from), lines.get(hunk.to)));
            more += write(body, '+', after(hunk)) - (hunk.to - hunk.from);
            at = hunk.to;
        }
        write(body, ' ', Arrays.copyOfRange(before, lines.get(at), lines.get(end)));
        int length = end - start;
        write(out, "@@ -" + range(start, length) + " +" + range(start + moved, length + more) + " @@\n");
        out.writeBytes(body.toByteArray());
        return more;
    }

    private static String range(int start, int length) {
        return (length == 0 ? start : start + 1) + (length == 1 ? "" : "," + length);
    }

    private static void write(ByteArrayOutputStream out, String words) {
        out.writeBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    /** @return how many lines there were */
    private static int write(ByteArrayOutputStream out, char sign, byte[] some) {
        List<Integer> starts = some.length == 0 ? List.of(0) : lineStarts(some);
        for (int i = 0; i + 1 < starts.size(); i++) {
            out.write(sign);
            out.write(some, starts.get(i), starts.get(i + 1) - starts.get(i));
        }
        if (some.length > 0 && some[some.length - 1] != FEED) {
            write(out, "\n\\ No newline at end of file\n");
        }
        return starts.size() - 1;
    }

    /** As git writes names: a tab ends one with blanks, and quotes stand around one with characters that could be misread. */
    private static String quoted(String name) {
        boolean isPlain = name.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7F);
        if (isPlain) {
            return name.indexOf(' ') < 0 ? name : name + "\t";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : name.toCharArray()) {
            if (c < ' ' || c == 0x7F) {
                quoted.append('\\').append(String.format("%03o", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
