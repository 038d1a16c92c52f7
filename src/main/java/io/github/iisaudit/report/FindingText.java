package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Via;
import java.util.List;
import java.util.function.UnaryOperator;

/** One finding told in full. */
final class FindingText {

    private static final int LEAST_GUTTER = 3;
    private static final int LEAST_LABEL = 26;
    private static final int SHOWN_PATHS = 3;

    private final Finding finding;
    private final Page page;
    private final Colours colours;
    private final Links links;
    private final int gutter;

    FindingText(Finding finding, Page page, Colours colours, Links links) {
        this.finding = finding;
        this.page = page;
        this.colours = colours;
        this.links = links;
        Place lock = finding.lockedBy();
        int line = Math.max(finding.place().line(), lock == null ? 0 : lock.line());
        this.gutter = Math.max(LEAST_GUTTER, String.valueOf(line).length());
    }

    /** @param isFleet whether the server is to be named */
    void tell(boolean isFleet) {
        tell(isFleet, false);
    }

    /** @param isFull whether all paths, notes and origins are told, however many there are */
    void tell(boolean isFleet, boolean isFull) {
        header();
        String server = isFleet ? ServerPrefix.of(finding, page.width() / 2) : "";
        place(" ".repeat(gutter - 1) + "--> ", server, finding.place(), isFull);
        snippet(finding.place(), "^", text -> colours.severity(finding.severity(), text));
        lock();
        int shown = isFull ? Integer.MAX_VALUE - 1 : SHOWN_PATHS;
        remark("at", Paths.list(finding.paths(), shown));
        int most = isFull ? Integer.MAX_VALUE : PlainText.REMARKS;
        Few<Via> via = Few.of(finding.via(), most);
        via.shown().forEach(this::via);
        others("via", via);
        Few<Note> notes = Few.of(finding.notes(), most);
        notes.shown().forEach(it -> note(it, shown));
        others("note", notes);
        remark("fix", finding.fix());
    }

    private void header() {
        String id = finding.severity().id() + "[" + finding.rule().id() + "]";
        boolean isSure = finding.confidence() == Confidence.HIGH;
        String sure = isSure ? ": " : " (" + finding.confidence().id() + " confidence): ";
        List<String> lines = Glyphs.wrap(id + sure + finding.message(), page.prose());
        String first = lines.get(0);
        page.line(links.rule(finding, colours.severity(finding.severity(), id))
                + colours.bold(first.substring(id.length())));
        lines.subList(1, lines.size()).forEach(l -> page.line(colours.bold(l)));
    }

    private void place(String arrow, String server, Place place, boolean isWhole) {
        String position = ":" + place.line() + ":" + place.column();
        int room = isWhole ? Integer.MAX_VALUE : page.width() - arrow.length() - server.length() - position.length();
        page.line(colours.frame(arrow)
                + server
                + links.place(finding, place, Paths.shorten(place.file(), room) + position));
    }

    private void snippet(Place place, String underline, UnaryOperator<String> paint) {
        if (place.lineText().isBlank()) {
            remark("note", place.label());
            return;
        }
        Excerpt excerpt = Excerpt.of(place, page.width() - gutter - 3);
        String number = String.valueOf(place.line());
        frame("", "");
        frame(" ".repeat(gutter - number.length()) + number, excerpt.text());
        String marks = " ".repeat(excerpt.indent()) + paint.apply(underline.repeat(excerpt.width()));
        label(marks, excerpt, place.label(), paint);
    }

    /** Beside the mark where there is room for it, else below. */
    private void label(String marks, Excerpt excerpt, String label, UnaryOperator<String> paint) {
        int room = page.width() - gutter - 3;
        int beside = excerpt.indent() + excerpt.width() + 1;
        int wanted = Glyphs.width(Glyphs.clean(label));
        boolean fits = room - beside >= Math.min(LEAST_LABEL, wanted);
        int indent = fits ? beside : Math.max(0, Math.min(excerpt.indent(), room - Math.min(LEAST_LABEL, wanted)));
        List<String> lines = Glyphs.wrap(label, room - indent);
        frame("", fits ? marks + " " + paint.apply(lines.get(0)) : marks);
        lines.subList(fits || label.isBlank() ? 1 : 0, lines.size())
                .forEach(l -> frame("", " ".repeat(indent) + paint.apply(l)));
    }

    private void frame(String number, String text) {
        page.line(colours.frame(Glyphs.pad(number, gutter) + " |") + " " + text);
    }

    private void lock() {
        Place lock = finding.lockedBy();
        if (lock == null) {
            return;
        }
        String arrow = " ".repeat(gutter) + "::: ";
        page.line(colours.frame(arrow) + links.place(finding, lock, reference(lock, page.width() - arrow.length())));
        String label = lock.label().isEmpty() ? "locked here" : lock.label();
        snippet(
                new Place(
                        lock.file(),
                        lock.line(),
                        lock.column(),
                        lock.endLine(),
                        lock.endColumn(),
                        lock.lineText(),
                        label),
                "-",
                colours::frame);
    }

    private void others(String word, Few<?> remarks) {
        if (remarks.more() > 0) {
            remark(word, PlainText.others(remarks));
        }
    }

    private void via(Via via) {
        remark("via", reference(via.place(), page.width() / 2) + " " + via.message());
    }

    /** File and line; only the last name where it is the file that was named above. */
    private String reference(Place place, int room) {
        String line = ":" + place.line();
        boolean isKnown = place.file().equals(finding.place().file());
        return (isKnown ? Paths.name(place.file()) : Paths.cut(place.file(), room - line.length())) + line;
    }

    private void note(Note note, int shown) {
        boolean isForAll = shown == SHOWN_PATHS && Paths.areAll(note.paths(), finding.paths());
        remark("note", note.message() + (isForAll ? "" : " (" + Paths.list(note.paths(), shown) + ")"));
    }

    private void remark(String label, String text) {
        if (!text.isBlank()) {
            String start = " ".repeat(gutter + 1) + "= " + Glyphs.pad(label, 5);
            page.wrapped(start, text);
        }
    }
}
