package io.github.iisaudit.xml;

/** The lines of a file as they may be shown: a star for each character of a secret. */
final class Shown {

    /** A secret begins at most so many tags before the line on which it ends, or a line that it is on, and so many characters. */
    private static final int TAGS = 8;

    private static final int NEAR = 1 << 16;

    /** Within so many characters most lines have all that tells their secrets; the others share what is worked out for a block. */
    private static final int SHORT = 1 << 12;

    private final SourceText source;
    private final String text;

    /** A stretch of text, as long as {@link #NEAR}, by its number. */
    private record Block(int number) {}

    /** A part of the text with stars for secrets. */
    private record Masked(int from, String text) {

        String part(int start, int end) {
            return text.substring(start - from, end - from);
        }
    }

    Shown(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** A line without its end. */
    String line(int line) {
        String whole = source.lineText(line);
        if (whole.isEmpty()) {
            return whole;
        }
        int start = source.start(line);
        int end = start + whole.length();
        int from = tagsBefore(start, SHORT);
        int to = tagBehind(end, SHORT);
        if (isAtTag(from, start - from) && isAtTag(to, to - end)) {
            return masked(from, to).part(start, end);
        }
        int block = start / NEAR;
        return end > (block + 1) * NEAR
                ? masked(tagsBefore(start, NEAR), tagBehind(end, NEAR)).part(start, end)
                : source.fact(new Block(block), () -> masked(block * NEAR, (block + 1) * NEAR, NEAR))
                        .part(start, end);
    }

    /** Whether a search ended where it was to, and not at its limit. */
    private boolean isAtTag(int offset, int way) {
        return way < SHORT || offset == 0 || offset == text.length();
    }

    private Masked masked(int start, int end, int near) {
        return masked(tagsBefore(start, near), tagBehind(Math.min(end, text.length()), near));
    }

    private Masked masked(int from, int to) {
        return new Masked(from, MarkupMask.mask(text.substring(from, to), source.secrets()));
    }

    private int tagsBefore(int offset, int near) {
        int limit = Math.max(0, offset - near);
        int from = offset;
        for (int tags = 0; tags < TAGS && from > limit; from--) {
            tags += text.charAt(from - 1) == '<' ? 1 : 0;
        }
        return from;
    }

    private int tagBehind(int offset, int near) {
        int limit = Math.min(text.length(), offset + near);
        int end = offset;
        while (end < limit && text.charAt(end) != '<') {
            end++;
        }
        return end;
    }
}
