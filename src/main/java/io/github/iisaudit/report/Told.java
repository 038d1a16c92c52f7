package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings of a report that count, seen once: by rule, by server and by application. */
final class Told {

    private final Report report;
    private final boolean isFleet;
    private final Map<String, RuleGroup> byRule = new TreeMap<>();
    private final ServerCounts counts = new ServerCounts();
    private final Worst worst;

    /** @param shown how many findings of a rule are kept */
    Told(Report report, boolean isFleet, int shown) {
        this.report = report;
        this.isFleet = isFleet;
        this.worst = new Worst(
                isFleet || report.audited().isEmpty()
                        ? List.of()
                        : report.audited().get(0).applications());
        for (Finding finding : report.reported()) {
            byRule.computeIfAbsent(finding.rule().id(), id -> new RuleGroup(shown))
                    .add(finding);
            if (isFleet) {
                counts.add(finding);
            } else {
                worst.add(finding);
            }
        }
    }

    /** By rule, what matters most first. */
    List<RuleGroup> groups() {
        List<RuleGroup> groups = new ArrayList<>(byRule.values());
        groups.sort(Weight::compare);
        return groups;
    }

    /** What comes before all findings; empty where no server was audited. */
    Page firstScreen(Presentation presentation) {
        Page page = new Page(presentation.width());
        FirstScreen screen = new FirstScreen(report, presentation, page);
        if (isFleet) {
            screen.tell(counts, groups());
        } else if (!report.audited().isEmpty()) {
            screen.tell(report.audited().get(0), worst);
        }
        return page;
    }

    /** The same in Markdown. */
    String firstScreen() {
        if (isFleet) {
            return MarkdownScreen.of(report, counts);
        }
        return report.audited().isEmpty()
                ? ""
                : MarkdownScreen.of(report.audited().get(0), worst);
    }
}
