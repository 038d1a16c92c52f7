package io.github.iisaudit.xml;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file's text together with its bytes, so that a change of the text is one of these bytes only: the encoding, the byte order mark
 * and the line ends stay.
 */
public final class EncodedText {

    /** So many characters of a line are encoded again and again, and no more. */
    private static final int BLOCK = 1024;

    private final SourceText source;
    private final Charset charset;
    private final byte[] mark;
    private final byte[] bytes;

    private EncodedText(SourceText source, Charset charset, byte[] mark, byte[] bytes) {
        this.source = source;
        this.charset = charset;
        this.mark = mark;
        this.bytes = bytes;
    }

    /** Empty where it cannot be decoded, or its text does not make the same bytes again. */
    public static Optional<EncodedText> of(String path, byte[] bytes) {
        try {
            Encoding encoding = Encoding.of(bytes);
            byte[] mark = Arrays.copyOf(bytes, encoding.mark());
            EncodedText text = new EncodedText(Decoder.decode(path, bytes), encoding.charset(), mark, bytes);
            return Arrays.equals(text.with(List.of()), bytes) ? Optional.of(text) : Optional.empty();
        } catch (UnreadableXmlException e) {
            return Optional.empty();
        }
    }

    /** The text, whose places are those of the file's tree. */
    public SourceText source() {
        return source;
    }

    /** The bytes of the file; nobody changes them. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes of the file with changes, which are in the order of the file and do not overlap. */
    public byte[] with(List<Splice> splices) {
        byte[] content = Splice.applied(source.text(), splices).getBytes(charset);
        byte[] all = Arrays.copyOf(mark, mark.length + content.length);
        System.arraycopy(content, 0, all, mark.length, content.length);
        return all;
    }

    /** Where a character's bytes begin. */
    public int byteOffset(int offset) {
        int line = source.line(offset);
        int start = source.lineStarts()[line - 1];
        if (offset - start < BLOCK) {
            return byteStarts()[line - 1] + length(start, offset);
        }
        int block = offset / BLOCK;
        return blocks()[block] + length(blockStart(block), offset);
    }

    private int length(int from, int to) {
        return encoded(source.text().substring(from, to)).length;
    }

    /** Not between the two halves of one character. */
    private int blockStart(int block) {
        int start = block * BLOCK;
        boolean isWithin = start > 0
                && start < source.text().length()
                && Character.isLowSurrogate(source.text().charAt(start));
        return isWithin ? start - 1 : start;
    }

    /** Where the bytes of each block begin. */
    private int[] blocks() {
        return source.fact(Splice.class, () -> {
            int[] starts = new int[source.text().length() / BLOCK + 1];
            starts[0] = mark.length;
            for (int i = 1; i < starts.length; i++) {
                starts[i] = starts[i - 1] + length(blockStart(i - 1), blockStart(i));
            }
            return starts;
        });
    }

    /** A text in the encoding of the file. */
    public byte[] encoded(String text) {
        return text.getBytes(charset);
    }

    /** Whether nothing in the lines that some of the file's bytes belong to is a secret. */
    public boolean isShown(int from, int to) {
        int[] starts = byteStarts();
        int found = Arrays.binarySearch(starts, from);
        for (int line = Math.max(1, found >= 0 ? found + 1 : -found - 1); line < starts.length; line++) {
            if (starts[line - 1] >= to) {
                break;
            }
            if (!isShown(line)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShown(int line) {
        Map<Integer, Boolean> known = source.fact(Shown.class, ConcurrentHashMap::new);
        return known.computeIfAbsent(line, it -> source.lineText(it).equals(source.shownLine(it)));
    }

    /** Where the bytes of each line begin, and after the last one where all end. */
    private int[] byteStarts() {
        return source.fact(EncodedText.class, () -> {
            int[] characters = source.lineStarts();
            int[] starts = new int[characters.length + 1];
            starts[0] = mark.length;
            for (int i = 0; i < characters.length; i++) {
                int end = i + 1 < characters.length
                        ? characters[i + 1]
                        : source.text().length();
                starts[i + 1] = starts[i] + encoded(source.text().substring(characters[i], end)).length;
            }
            return starts;
        });
    }
}
