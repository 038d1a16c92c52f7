package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Via;

/** A finding in full, as Markdown that is folded away: the line, what made it so and the remedy. */
final class MarkdownDetails {

    private static final int WIDTH = 100;
    private static final int LONGEST = 1000;
    private static final int SHOWN_PATHS = 10;

    private final StringBuilder text = new StringBuilder();
    private final Finding finding;
    private final Report report;

    private MarkdownDetails(Finding finding, Report report) {
        this.finding = finding;
        this.report = report;
    }

    /** Begins with an empty line. */
    static String of(Finding finding, Report report) {
        MarkdownDetails details = new MarkdownDetails(finding, report);
        details.tell();
        return details.text.toString();
    }

    private void tell() {
        Place place = finding.place();
        text.append("\nAt ").append(MarkdownText.code(Entry.path(report, finding, place.file())));
        text.append(", line ").append(place.line()).append(":\n\n");
        excerpt(place);
        if (finding.lockedBy() != null) {
            item("Locked by", reference(finding.lockedBy()), finding.lockedBy().label());
        }
        Few<Via> via = Few.of(finding.via(), PlainText.REMARKS);
        via.shown().forEach(this::via);
        others("Via", via);
        Few<Note> notes = Few.of(finding.notes(), PlainText.REMARKS);
        notes.shown().forEach(this::note);
        others("Note:", notes);
        item("Paths:", "", Paths.list(finding.paths(), SHOWN_PATHS));
        item("Fix:", "", finding.fix());
    }

    private void others(String word, Few<?> remarks) {
        if (remarks.more() > 0) {
            item(word, "", PlainText.others(remarks));
        }
    }

    private void via(Via via) {
        item("Via", reference(via.place()), via.message());
    }

    private void note(Note note) {
        boolean isForAll = Paths.areAll(note.paths(), finding.paths());
        String paths = isForAll ? "" : " (" + Paths.list(note.paths(), SHOWN_PATHS) + ")";
        item("Note:", "", note.message() + paths);
    }

    private void excerpt(Place place) {
        if (place.lineText().isBlank()) {
            item("Here:", "", place.label());
            return;
        }
        Excerpt excerpt = Excerpt.of(place, WIDTH);
        int margin = Math.min(excerpt.indent(), blanks(excerpt.text()));
        String marks = " ".repeat(excerpt.indent() - margin) + "^".repeat(excerpt.width());
        String label = Glyphs.clean(place.label());
        String lines = excerpt.text().substring(margin) + "\n" + marks + (label.isEmpty() ? "" : " " + label);
        text.append(MarkdownText.block("xml", lines)).append('\n');
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String reference(Place place) {
        boolean isSame = place.file().equals(finding.place().file());
        return MarkdownText.code((isSame ? "line " : Paths.shorten(place.file(), WIDTH) + ":") + place.line());
    }

    private void item(String label, String reference, String sentence) {
        if (reference.isEmpty() && sentence.isBlank()) {
            return;
        }
        text.append("- **").append(label).append("** ").append(reference);
        String told = MarkdownText.prose(LogLine.clip(sentence, LONGEST));
        text.append(reference.isEmpty() || told.isEmpty() ? "" : ": ")
                .append(told)
                .append('\n');
    }
}
