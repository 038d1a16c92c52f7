package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import java.io.IOException;

/** One finding as the page shows it, with and without its script. */
final class HtmlFinding {

    private static final int WIDTH = 160;
    private static final int SHORT = 40;

    private final Finding finding;
    private final Excerpt excerpt;

    HtmlFinding(Finding finding) {
        this.finding = finding;
        this.excerpt = Excerpt.of(finding.place(), WIDTH);
    }

    /** The marked line; empty where there is nothing on it. */
    String excerpt() {
        return finding.place().lineText().isBlank() ? "" : excerpt.text().strip();
    }

    private int indent() {
        return excerpt.text().length() - excerpt.text().stripLeading().length();
    }

    /** The mark's first character in it. */
    int markStart() {
        return character(excerpt.indent());
    }

    int markLength() {
        return character(excerpt.indent() + excerpt.width()) - markStart();
    }

    /** The character of the shown text at a column of the whole. */
    private int character(int column) {
        return Math.max(0, Math.min(characters(column) - indent(), excerpt().length()));
    }

    /** How many characters take so many columns. */
    private int characters(int columns) {
        String text = excerpt.text();
        int width = 0;
        int at = 0;
        while (at < text.length() && width < columns) {
            int c = text.codePointAt(at);
            width += Glyphs.width(c);
            at += Character.charCount(c);
        }
        return at;
    }

    /** What led to it and what holds for some paths: lines of a word, a tab and a sentence. */
    String more() {
        StringBuilder more = new StringBuilder();
        finding.via().forEach(via -> line(more, "via", place(via.place()) + " " + via.message()));
        Place lock = finding.lockedBy();
        if (lock != null) {
            line(more, "lock", place(lock) + " " + (lock.label().isEmpty() ? "locked here" : lock.label()));
        }
        for (Finding.Note note : finding.notes()) {
            boolean isForAll = Paths.areAll(note.paths(), finding.paths());
            line(more, "note", note.message() + (isForAll ? "" : " (" + String.join(", ", note.paths()) + ")"));
        }
        return more.toString();
    }

    private static String place(Place place) {
        return place.file() + ":" + place.line();
    }

    private static void line(StringBuilder more, String word, String text) {
        more.append(more.length() == 0 ? "" : "\n").append(word).append('\t').append(Glyphs.clean(text));
    }

    /** The whole of it, folded up, for readers without the script. */
    void write(HtmlText html, boolean isFleet) throws IOException {
        html.begin("details", "class", "f").begin("summary");
        String severity = finding.severity().id();
        html.element("span", severity, "class", "badge " + severity);
        html.element("b", finding.rule().id()).text(isFleet ? " " + finding.server() + " " : " ");
        Place place = finding.place();
        html.element("code", Paths.shorten(place.file(), SHORT) + ":" + place.line());
        html.element("span", " " + Paths.list(finding.paths(), 3), "class", "dim")
                .end();
        html.begin("div", "class", "in").element("p", finding.message());
        if (!excerpt().isEmpty()) {
            int end = markStart() + markLength();
            html.begin("pre", "tabindex", "0").text(excerpt().substring(0, markStart()));
            html.element("mark", excerpt().substring(markStart(), end));
            html.text(excerpt().substring(end)).end();
        }
        html.begin("dl");
        row(html, "file", place(place) + ":" + place.column());
        row(html, "what", finding.place().label());
        row(html, "at", String.join(", ", finding.paths()));
        for (String line : more().split("\n")) {
            int tab = line.indexOf('\t');
            row(html, tab < 0 ? "" : line.substring(0, tab), line.substring(tab + 1));
        }
        row(html, "fix", finding.fix());
        html.end().end().end().line();
    }

    private static void row(HtmlText html, String name, String text) throws IOException {
        if (!text.isBlank()) {
            html.element("dt", name).element("dd", text);
        }
    }
}
