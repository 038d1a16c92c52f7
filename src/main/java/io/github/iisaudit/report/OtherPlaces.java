package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.util.List;

/** The places of a rule after the first, a line each; a second line only says what is different there. */
final class OtherPlaces {

    private static final String INDENT = "    ";
    private static final int ROOM_FOR_PATHS = 36;
    private static final int LEAST_FILE = 16;

    private final Finding first;
    private final List<Finding> others;
    private final Page page;
    private final boolean isFleet;
    private final Links links;

    OtherPlaces(List<Finding> group, Page page, boolean isFleet, Links links) {
        this.first = group.get(0);
        this.others = group.subList(1, group.size());
        this.page = page;
        this.isFleet = isFleet;
        this.links = links;
    }

    void tell() {
        if (others.isEmpty()) {
            return;
        }
        page.line("  also at");
        int widest = 0;
        for (Finding other : others) {
            widest = Math.max(widest, Glyphs.width(location(other)));
        }
        for (Finding other : others) {
            tell(other, widest);
        }
    }

    private void tell(Finding finding, int widest) {
        String location = location(finding);
        String gap = " ".repeat(Math.max(0, widest - Glyphs.width(location)) + 2);
        String severity = finding.severity() == first.severity()
                ? ""
                : " (" + finding.severity().id() + ")";
        int room = page.width() - INDENT.length() - widest - 2 - severity.length();
        page.line(INDENT
                + links.place(finding, finding.place(), location)
                + gap
                + Paths.fit(finding.paths(), Math.max(1, room))
                + severity);
        String difference = difference(finding);
        if (!difference.isBlank()) {
            page.wrapped(INDENT + "  ", difference);
        }
    }

    /** Server, file, line and column in what the configuration paths leave of the width. */
    private String location(Finding finding) {
        String position = ":" + finding.place().line() + ":" + finding.place().column();
        int room = page.width() - ROOM_FOR_PATHS - position.length();
        String server = isFleet ? ServerPrefix.of(finding, room - LEAST_FILE) : "";
        return server + Paths.cut(finding.place().file(), room - Glyphs.width(server)) + position;
    }

    private String difference(Finding finding) {
        String label = finding.place().label();
        if (!label.isEmpty()) {
            return label.equals(first.place().label()) ? "" : label;
        }
        return finding.message().equals(first.message()) ? "" : finding.message();
    }
}
