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

    OtherPlaces(List<Finding> group, Page page, boolean isFleet) {
        this.first = group.get(0);
        this.others = group.subList(1, group.size());
        this.page = page;
        this.isFleet = isFleet;
    }

    void tell() {
        if (others.isEmpty()) {
            return;
        }
        page.line("  also at");
        int widest =
                others.stream().mapToInt(f -> Glyphs.width(location(f))).max().orElse(0);
        others.forEach(f -> tell(f, widest));
    }

    private void tell(Finding finding, int widest) {
        String start = INDENT + Glyphs.pad(location(finding), widest) + "  ";
        String severity = finding.severity() == first.severity()
                ? ""
                : " (" + finding.severity().id() + ")";
        int room = page.width() - Glyphs.width(start) - severity.length();
        page.line(start + Paths.fit(finding.paths(), Math.max(1, room)) + severity);
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
