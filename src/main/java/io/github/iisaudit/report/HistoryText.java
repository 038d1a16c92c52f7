package io.github.iisaudit.report;

import io.github.iisaudit.history.History;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What became of servers, for people: the versions that changed something, the oldest first. */
final class HistoryText {

    private static final String INDENT = "      ";

    private final Page page;
    private final Colours colours;
    private final boolean isQuiet;

    private HistoryText(Presentation presentation) {
        this.page = new Page(presentation.width());
        this.colours = new Colours(presentation.isColoured());
        this.isQuiet = presentation.isQuiet();
    }

    /** Writes one version after the other, as there may be more than fits into memory. */
    static void write(History history, Presentation presentation, Writer out) throws IOException {
        HistoryText text = new HistoryText(presentation);
        String gap = "";
        for (History.Server server : history.servers()) {
            if (!gap.isEmpty()) {
                text.page.gap();
            }
            text.server(server, out);
            gap = "\n";
        }
        if (!text.isQuiet) {
            history.unreadable().forEach(file -> text.page.wrapped("  ", Glyphs.clean(HistoryWords.unreadable(file))));
            history.notices().forEach(notice -> text.page.wrapped("note: ", Glyphs.clean(notice)));
        }
        text.page.writeTo(out);
    }

    private void server(History.Server server, Writer out) throws IOException {
        String name = Glyphs.clean(server.name());
        page.line(colours.bold(name)).wrapped("  ", HistoryWords.summary(server));
        for (VersionChange change : server.changes()) {
            version(change);
            page.writeTo(out);
        }
    }

    private void version(VersionChange change) {
        page.gap();
        List<String> lines = Glyphs.wrap(Glyphs.clean(HistoryWords.version(change.at())), page.width());
        lines.forEach(line -> page.line(colours.bold(line)));
        String section = "";
        for (ValueChange value : HistoryWords.values(change)) {
            if (!value.section().equals(section)) {
                section = value.section();
                page.line("  " + Glyphs.clean(section));
            }
            value(value);
        }
        paths("  new paths: ", change.pathsAdded());
        paths("  gone paths: ", change.pathsRemoved());
        change.came().forEach(finding -> finding("  + ", finding));
        change.went().forEach(finding -> finding("  - ", finding));
    }

    private void value(ValueChange value) {
        String name = value.name().isEmpty() ? "(section)" : Glyphs.clean(value.name());
        page.wrapped("    " + Glyphs.pad(name, 21) + "  ", Glyphs.clean(HistoryWords.change(value)));
        String place = HistoryWords.place(value, page.width() - INDENT.length());
        if (!place.isEmpty()) {
            page.line(INDENT + Glyphs.clean(place));
        }
        page.line(INDENT + "at " + Paths.fit(value.paths(), page.width() - INDENT.length() - 3));
    }

    private void paths(String what, List<String> paths) {
        if (!paths.isEmpty()) {
            page.line(what + Paths.fit(paths, page.width() - Glyphs.width(what)));
        }
    }

    private void finding(String sign, Finding finding) {
        String grade = finding.severity().id() + "[" + finding.rule().id() + "]";
        page.line(sign + colours.severity(finding.severity(), grade));
        page.wrapped(INDENT, Glyphs.clean(finding.message()));
        page.line(INDENT + Paths.cut(HistoryWords.place(finding), page.width() - INDENT.length()));
        if (!finding.paths().isEmpty()) {
            page.line(INDENT + "at " + Paths.fit(finding.paths(), page.width() - INDENT.length() - 3));
        }
    }
}
