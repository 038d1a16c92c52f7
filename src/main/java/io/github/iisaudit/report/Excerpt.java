package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** A code point as shown, and the column where it begins. */
    private record Cell(String shown, int column) {}

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
        return new Window(text, from > 0, to < line.length()).around(start - from, Math.max(start, end) - from, room);
    }

    private static int clamp(int column, int length) {
        return Math.max(0, Math.min(column, length));
    }

    /** A stretch of a line, laid out in columns. */
    private static final class Window {

        private final List<Cell> cells = new ArrayList<>();
        private final int[] cellAt;
        private final boolean isCutBefore;
        private final boolean isCutAfter;

        Window(String text, boolean isCutBefore, boolean isCutAfter) {
            this.isCutBefore = isCutBefore;
            this.isCutAfter = isCutAfter;
            this.cellAt = new int[text.length() + 1];
            int column = 0;
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int codePoint = text.codePointAt(i);
                String shown = codePoint == '\t' ? " ".repeat(TAB - column % TAB) : Glyphs.shown(codePoint);
                Arrays.fill(cellAt, i, i + Character.charCount(codePoint), cells.size());
                cells.add(new Cell(shown, column));
                column += Glyphs.width(shown);
            }
            cellAt[text.length()] = cells.size();
            cells.add(new Cell("", column));
        }

        Excerpt around(int start, int end, int room) {
            int first = cellAt[Math.min(start, cellAt.length - 1)];
            int last = cellAt[Math.min(end, cellAt.length - 1)];
            boolean fits = !isCutBefore && !isCutAfter && column(cells.size() - 1) <= room;
            int from = fits ? 0 : firstShown(first, last, room);
            String before = isCutBefore || !text(0, from).isBlank() ? "…" : "";
            int to = lastShown(from, room - before.length());
            String after = to < cells.size() - 1 || isCutAfter ? "…" : "";
            int indent = before.length() + column(first) - column(from);
            int width = Math.max(1, column(Math.min(last, to)) - column(first));
            return new Excerpt(before + text(from, to) + after, indent, width);
        }

        /**
         * As much as there is room for before the mark and a little after it, but no more than leaves room for a
         * label.
         */
        private int firstShown(int first, int last, int room) {
            int after = Math.min(AFTER, column(cells.size() - 1) - column(last));
            int most = room - 2 - after - (column(last) - column(first));
            int context = Math.max(BEFORE, Math.min(room * 2 / 3, most));
            int from = first;
            while (from > 0 && column(first) - column(from - 1) <= context) {
                from--;
            }
            return from;
        }

        private int lastShown(int from, int room) {
            int all = cells.size() - 1;
            if (!isCutAfter && column(all) - column(from) <= room) {
                return all;
            }
            int to = from;
            while (to < all && column(to + 1) - column(from) <= room - 1) {
                to++;
            }
            return to;
        }

        private int column(int cell) {
            return cells.get(cell).column();
        }

        private String text(int from, int to) {
            StringBuilder text = new StringBuilder();
            cells.subList(from, to).forEach(c -> text.append(c.shown()));
            return text.toString();
        }
    }
}
