package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding.Place;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a source line around a marked stretch, as it is shown.
 *
 * @param text at most as wide as was asked for, with {@code …} where the line goes on
 * @param indent columns before the mark
 * @param width columns of the mark, at least 1
 */
record Excerpt(String text, int indent, int width) {

    private static final int TAB = 4;

    /** More of the line than so many times what there is room for is not looked at, as lines can be very long. */
    private static final int NEAR = 4;

    private static final int BEFORE = 8;
    private static final int AFTER = 8;

    /**
     * The line of a place in {@code room} columns. Columns of the place beyond the end of its line are taken for its
     * end.
     */
    static Excerpt of(Place place, int room) {
        String line = place.lineText();
        int start = clamp(place.column() - 1, line.length());
        int end = place.endLine() > place.line() ? line.length() : clamp(place.endColumn() - 1, line.length());
        int near = NEAR * Math.max(room, 1);
        int from = Math.max(0, start - near);
        int to = Math.min(line.length(), Math.min(Math.max(start, end), start + near) + near);
        String text = line.substring(from, to).stripTrailing();
        return new Window(Layout.of(text), from > 0, to < line.length())
                .around(start - from, Math.max(start, end) - from, room);
    }

    private static int clamp(int column, int length) {
        return Math.max(0, Math.min(column, length));
    }

    /**
     * A text laid out in columns: a cell for each code point, and one behind them. Where each character is a cell of one column, as
     * nearly always, all numbers are the same and there are no lists of them.
     *
     * @param shown what the cells show, one after the other
     * @param last the number of the cell behind all others
     * @param columns of each cell
     * @param starts of each cell where it begins in what is shown
     * @param cells of each character
     */
    private record Layout(
            String shown, int last, int @Nullable [] columns, int @Nullable [] starts, int @Nullable [] cells) {

        static Layout of(String text) {
            return Glyphs.isPlain(text) ? new Layout(text, text.length(), null, null, null) : counted(text);
        }

        private static Layout counted(String text) {
            StringBuilder shown = new StringBuilder();
            int[] columns = new int[text.length() + 1];
            int[] starts = new int[text.length() + 1];
            int[] cells = new int[text.length() + 1];
            int cell = 0;
            for (int i = 0; i < text.length(); cell++) {
                int codePoint = text.codePointAt(i);
                int end = i + Character.charCount(codePoint);
                Arrays.fill(cells, i, end, cell);
                String one = codePoint == '\t' ? " ".repeat(TAB - columns[cell] % TAB) : Glyphs.shown(codePoint);
                columns[cell + 1] = columns[cell] + Glyphs.width(one);
                starts[cell + 1] = shown.append(one).length();
                i = end;
            }
            cells[text.length()] = cell;
            return new Layout(shown.toString(), cell, columns, starts, cells);
        }

        int cell(int character) {
            return cells == null ? Math.min(character, last) : cells[Math.min(character, cells.length - 1)];
        }

        int column(int cell) {
            return columns == null ? cell : columns[cell];
        }

        String text(int from, int to) {
            return starts == null ? shown.substring(from, to) : shown.substring(starts[from], starts[to]);
        }
    }

    /** A stretch of a line of which some may be shown. */
    private record Window(Layout text, boolean isCutBefore, boolean isCutAfter) {

        Excerpt around(int start, int end, int room) {
            int first = text.cell(start);
            int behind = text.cell(end);
            boolean fits = !isCutBefore && !isCutAfter && text.column(text.last()) <= room;
            int from = fits ? 0 : firstShown(first, behind, room);
            String before = isCutBefore || !text.text(0, from).isBlank() ? "…" : "";
            int to = lastShown(from, room - before.length());
            String after = to < text.last() || isCutAfter ? "…" : "";
            int indent = before.length() + text.column(first) - text.column(from);
            int width = Math.max(1, text.column(Math.min(behind, to)) - text.column(first));
            return new Excerpt(before + text.text(from, to) + after, indent, width);
        }

        /**
         * As much as there is room for before the mark and a little after it, but no more than leaves room for a
         * label.
         */
        private int firstShown(int first, int behind, int room) {
            int after = Math.min(AFTER, text.column(text.last()) - text.column(behind));
            int most = room - 2 - after - (text.column(behind) - text.column(first));
            int context = Math.max(BEFORE, Math.min(room * 2 / 3, most));
            int from = first;
            while (from > 0 && text.column(first) - text.column(from - 1) <= context) {
                from--;
            }
            return from;
        }

        private int lastShown(int from, int room) {
            if (!isCutAfter && text.column(text.last()) - text.column(from) <= room) {
                return text.last();
            }
            int to = from;
            while (to < text.last() && text.column(to + 1) - text.column(from) <= room - 1) {
                to++;
            }
            return to;
        }
    }
}
