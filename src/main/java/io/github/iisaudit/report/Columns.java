package io.github.iisaudit.report;

import java.util.ArrayList;
import java.util.List;

/** A table whose columns are as wide as what is in them; where that is too wide for a page, some give way. */
final class Columns {

    private static final int GAP = 2;
    private static final int LEAST = 8;

    /** In Markdown, whose pages have no width. */
    private static final int LONGEST = 100;

    /** So much wider than others the first column may stay. */
    private static final int FIRST = 8;

    private final List<Integer> yielding;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param heads one for each column
     * @param yielding the columns that may be cut
     */
    Columns(List<String> heads, List<Integer> yielding) {
        this.yielding = yielding;
        rows.add(heads);
    }

    /** @param cells one for each column; may hold anything */
    void add(List<String> cells) {
        List<String> clean = new ArrayList<>(cells.size());
        cells.forEach(cell -> clean.add(Glyphs.clean(cell)));
        rows.add(clean);
    }

    /** Writes the heads and the rows, each after an indentation. */
    void tell(Page page, String indent, Colours colours) {
        int[] widths = widths(page.width() - indent.length());
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++) {
                String cell = Glyphs.width(row.get(i)) > widths[i] ? Paths.cut(row.get(i), widths[i]) : row.get(i);
                line.append(Glyphs.pad(cell, widths[i])).append(" ".repeat(GAP));
            }
            String told = line.toString().stripTrailing();
            page.line(row == rows.get(0) ? colours.frame(told) : told);
        }
    }

    /** The same as a table in Markdown. */
    String markdown() {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (String cell : row) {
                table.append("| ")
                        .append(MarkdownText.prose(Paths.cut(cell, LONGEST)))
                        .append(' ');
            }
            table.append("|\n");
            if (row == rows.get(0)) {
                table.append("|---".repeat(row.size())).append("|\n");
            }
        }
        return table.toString();
    }

    private int[] widths(int room) {
        int[] widths = new int[rows.get(0).size()];
        int total = GAP * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Glyphs.width(row.get(i)));
            }
            total += widths[i];
        }
        while (total > room) {
            int widest = widest(widths);
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    /** Of two that are as wide the later one gives way; the first is what a reader looks for. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int i : yielding) {
            int wide = widths[i] - (i == 0 ? FIRST : 0);
            boolean isWider = widest < 0 || wide >= widths[widest] - (widest == 0 ? FIRST : 0);
            if (widths[i] > LEAST && isWider) {
                widest = i;
            }
        }
        return widest;
    }
}
