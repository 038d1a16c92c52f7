package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Standing.Chance;
import io.github.iisaudit.whatif.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The servers of a fleet, those at the highest risk first. */
final class ServerTable {

    private static final int MOST = 8;

    private final List<Line> lines = new ArrayList<>();
    private final Page page;
    private final Colours colours;

    ServerTable(List<AuditedServer> servers, ServerCounts counts, Page page, Colours colours) {
        servers.forEach(it -> lines.add(new Line(it.name(), Overview.of(it), counts.of(it.name()))));
        lines.sort(Line.BY_RISK);
        this.page = page;
        this.colours = colours;
    }

    private record Line(String name, Overview overview, ServerCounts.Counts counts) {

        static final Comparator<Line> BY_RISK = Comparator.<Line>comparingInt(it -> -it.counts.of(Severity.ERROR))
                .thenComparingInt(it -> -it.overview.count(Chance.YES))
                .thenComparingInt(it -> -it.risky())
                .thenComparingInt(it -> -it.counts.of(Severity.WARNING))
                .thenComparing(it -> it.name);

        int risky() {
            return overview.count(Verdict.BREAKS) + overview.count(Verdict.SPN_MOVE_NEEDED);
        }

        List<String> cells() {
            return List.of(
                    name,
                    "" + overview.applications(),
                    "" + overview.count(Chance.YES),
                    "" + overview.count(Verdict.BREAKS),
                    "" + overview.count(Verdict.SPN_MOVE_NEEDED),
                    "" + overview.count(Verdict.PERFORMANCE_ONLY),
                    "" + counts.of(Severity.ERROR),
                    "" + counts.of(Severity.WARNING));
        }
    }

    /** @param isFull whether each has its line, however many there are */
    void tell(boolean isFull) {
        int shown = isFull ? lines.size() : shown();
        columns(shown).tell(page, "  ", colours);
        if (shown < lines.size()) {
            page.line("  and " + (lines.size() - shown) + " more: --full");
        }
    }

    /** The same in Markdown, which has no full form. */
    String markdown() {
        int more = lines.size() - shown();
        return columns(shown()).markdown() + (more > 0 ? "\nand " + Plural.of(more, "server") + " more\n" : "");
    }

    private int shown() {
        return lines.size() <= MOST + 1 ? lines.size() : MOST;
    }

    private Columns columns(int shown) {
        Columns table = new Columns(
                List.of("servers by risk", "apps", "401.1", "breaks", "SPN move", "speed only", "errors", "warnings"),
                List.of(0));
        lines.subList(0, shown).forEach(line -> table.add(line.cells()));
        return table;
    }
}
