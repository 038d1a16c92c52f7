package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text for people and logs. It begins with the answers to the two questions of the program; then the first finding of a rule is told
 * in full, the others in short, what matters most first; of many servers, only some places of a rule are told. Findings that do not
 * count are told only where everything is. Colour is never needed to understand it.
 */
final class TextReporter implements Reporter {

    /** Of many servers, so many places of a rule are shown. */
    private static final int IN_FLEET = 20;

    private final Presentation presentation;
    private final Colours colours;
    private final Links links;

    TextReporter(Presentation presentation) {
        this.presentation = presentation;
        this.colours = new Colours(presentation.isColoured());
        this.links = new Links(presentation.linkedFolder());
    }

    @Override
    public void render(Report report, Writer out) throws IOException {
        boolean isFleet = report.servers() > 1;
        Told told = new Told(report, isFleet, presentation.isFull() || !isFleet ? Integer.MAX_VALUE : IN_FLEET);
        if (!presentation.isQuiet()) {
            out.write(told.firstScreen(presentation).toString());
        }
        List<RuleGroup> groups = told.groups();
        if (!presentation.isSummary()) {
            for (RuleGroup group : groups) {
                for (RuleGroup alike : group.byRemedy()) {
                    out.write(told(alike, isFleet).toString());
                }
            }
        }
        if (presentation.isFull()) {
            for (Finding finding : report.findings()) {
                out.write(aside(finding, isFleet).toString());
            }
        }
        out.write(closing(report, isFleet, groups).toString());
    }

    private Page told(RuleGroup group, boolean isFleet) {
        Page page = new Page(presentation.width());
        List<Finding> findings = group.findings();
        boolean isFull = presentation.isFull();
        for (Finding finding : isFull ? findings : findings.subList(0, 1)) {
            new FindingText(finding, page, colours, links).tell(isFleet, isFull);
        }
        if (!isFull) {
            new OtherPlaces(findings, page, isFleet, links).tell();
        }
        int more = group.size() - findings.size();
        if (more > 0) {
            page.line("    and " + more + " more: --full, or --format csv or json, has them all");
        }
        return page.line("  more: iisaudit explain " + group.worst().rule().id())
                .gap();
    }

    /** What does not count, told in full too. */
    private Page aside(Finding finding, boolean isFleet) {
        Page page = new Page(presentation.width());
        if (finding.isReported()) {
            return page;
        }
        Finding.Suppression suppression = finding.suppression();
        page.wrapped(
                "",
                suppression == null
                        ? "known from the baseline, and not counted:"
                        : "suppressed in " + suppression.place().file() + ":"
                                + suppression.place().line() + ", and not counted: " + suppression.reason());
        new FindingText(finding, page, colours, links).tell(isFleet, true);
        return page.gap();
    }

    private Page closing(Report report, boolean isFleet, List<RuleGroup> groups) {
        Page page = new Page(presentation.width());
        if (!report.unreadable().isEmpty()) {
            page.line(colours.severity(Severity.ERROR, "could not be audited:"));
            new NotAudited(page, isFleet).tell(report);
            page.gap();
        }
        if (presentation.isQuiet()) {
            return page;
        }
        new FixedText(report.fixed(), page, isFleet).tell();
        report.notices().forEach(n -> page.wrapped("note: ", n));
        if (presentation.isFull()) {
            report.unjudged().forEach(it -> page.wrapped("note: ", it));
        }
        if (!report.notices().isEmpty()) {
            page.gap();
        }
        if (isFleet) {
            new DriftText(report.drift(), page).tell();
        }
        if (groups.size() > 1 || presentation.isSummary()) {
            RuleTally.tell(groups, page, isFleet);
        }
        return page.wrapped("", summary(report));
    }

    private static String summary(Report report) {
        List<String> results = new ArrayList<>(List.of(Headline.counts(report)));
        if (report.suppressed() > 0) {
            results.add(report.suppressed() + " suppressed");
        }
        if (report.known() > 0) {
            results.add(report.known() + " known");
        }
        if (!report.unreadable().isEmpty()) {
            results.add(Plural.of(report.unreadable().size(), "file") + " could not be read");
        }
        return Headline.audited(report) + ": " + String.join(", ", results);
    }
}
