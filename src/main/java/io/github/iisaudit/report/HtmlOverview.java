package io.github.iisaudit.report;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What stands on a page before and around its findings. */
final class HtmlOverview {

    private static final int CAUSES = 12;
    private static final int SITES = 30;
    private static final int SHORT = 40;

    private final Report report;
    private final HtmlSummary summary;
    private final HtmlText html;
    private final HtmlTable table;

    HtmlOverview(Report report, HtmlSummary summary, HtmlText html) {
        this.report = report;
        this.summary = summary;
        this.html = html;
        this.table = new HtmlTable(html);
    }

    void write(String version) throws IOException {
        html.line().element("header", this::headline).line();
        html.element("main", this::all).line();
        String sentence = "iisaudit " + version + ". This file holds all of the report and asks nothing of any server.";
        html.element("footer", () -> html.element("p", sentence, "class", "dim"))
                .line();
    }

    private void headline() throws IOException {
        html.element(
                "h1",
                report.servers() == 1 && report.audited().size() == 1
                        ? "IIS configuration of " + report.audited().get(0).name()
                        : "IIS configuration of " + Plural.of(report.servers(), "server"));
        html.element("p", String.join(", ", Headline.audited(report), Headline.results(report)) + ".");
        html.begin("ul", "class", "cards");
        for (Severity severity : Severity.values()) {
            card(report.count(severity), severity.id() + "s", severity.id());
        }
        if (report.servers() > 1) {
            Set<String> incomplete = new TreeSet<>();
            report.unreadable().forEach(it -> incomplete.add(it.server()));
            long found = report.audited().stream()
                    .filter(it -> sum(summary.of(it.name())) > 0 && !incomplete.contains(it.name()))
                    .count();
            card((int) (report.servers() - found - incomplete.size()), "servers clean", "ok");
            card((int) found, "servers with findings", "");
            card(incomplete.size(), "servers not fully audited", incomplete.isEmpty() ? "" : "error");
        } else {
            card(
                    report.unreadable().size(),
                    "files not audited",
                    report.unreadable().isEmpty() ? "" : "error");
        }
        html.end();
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void card(int count, String what, String style) throws IOException {
        html.begin("li")
                .element("b", String.valueOf(count), "class", style)
                .text(what)
                .end();
    }

    private void all() throws IOException {
        html.begin("div", "class", "two");
        html.element("section", this::rules);
        html.element("section", this::causes);
        html.end().line();
        new HtmlApplications(report, table).write();
        drift();
        unreadable();
        servers();
        new HtmlFindings(report, summary, html).write();
        new HtmlRules(summary, html).write();
    }

    private void rules() throws IOException {
        html.element("h2", "Findings by rule");
        int most = summary.rules().stream().mapToInt(it -> sum(it.counts)).max().orElse(0);
        if (most == 0) {
            html.element("p", "Nothing was found.");
            return;
        }
        table.begin("rule", "findings", "");
        for (HtmlSummary.OfRule rule : summary.rules()) {
            html.begin("tr").begin("th", "scope", "row");
            html.element("a", rule.rule.id(), "href", "#rule-" + rule.rule.id());
            html.end().element("td", String.valueOf(sum(rule.counts)), "class", "n");
            html.element("td", () -> bar(rule.counts, most), "class", "bar")
                    .end()
                    .line();
        }
        table.end();
    }

    /** In hundredths of the longest; the number beside it says the same. */
    private void bar(int[] counts, int most) throws IOException {
        html.begin("svg", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        double x = 0;
        for (Severity severity : Severity.values()) {
            double width = 100.0 * counts[severity.ordinal()] / most;
            if (width > 0) {
                html.begin(
                        "rect",
                        "class",
                        severity.id(),
                        "x",
                        number(x),
                        "y",
                        "0",
                        "width",
                        number(width),
                        "height",
                        "10");
                html.end();
                x += width;
            }
        }
        html.end();
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }

    private void causes() throws IOException {
        List<HtmlSummary.Cause> causes = summary.causes(CAUSES);
        if (causes.isEmpty()) {
            return;
        }
        html.element("h2", "What one change would mend");
        boolean isFleet = report.servers() > 1;
        if (isFleet) {
            table.begin("rule and place", "servers", "paths");
        } else {
            table.begin("rule and place", "paths");
        }
        for (HtmlSummary.Cause cause : causes) {
            html.begin("tr").begin("th", "scope", "row");
            html.element(
                    "a",
                    cause.first.rule().id(),
                    "href",
                    "#only=" + cause.first.rule().id());
            html.text(" ").element("code", place(cause.first.place()));
            html.empty("br").element("span", cause.first.fix(), "class", "dim").end();
            if (isFleet) {
                html.element("td", String.valueOf(cause.servers), "class", "n");
            }
            html.element("td", String.valueOf(cause.applications), "class", "n")
                    .end()
                    .line();
        }
        table.end();
    }

    private static String place(Finding.Place place) {
        return Paths.shorten(place.file(), SHORT) + ":" + place.line();
    }

    private void drift() throws IOException {
        if (report.drift().isEmpty()) {
            return;
        }
        html.element("h2", "Sites of one name that differ from server to server");
        table.begin("site", "Windows authentication", "servers");
        for (Drift.Site site :
                report.drift().subList(0, Math.min(SITES, report.drift().size()))) {
            for (Drift.Variant variant : site.variants()) {
                boolean isFirst = variant == site.variants().get(0);
                List<String> servers = variant.servers();
                String names = isFirst ? "" : ": " + Paths.list(servers, 5);
                table.row(site.name(), String.join(", ", variant.settings().parts()), servers.size() + names);
            }
        }
        table.end();
        more(report.drift().size() - SITES, "site");
    }

    private void more(int more, String what) throws IOException {
        if (more > 0) {
            html.element(
                    "p", "and " + Plural.of(more, "more " + what) + ": --format json has them all", "class", "dim");
        }
    }

    private void unreadable() throws IOException {
        if (!report.unreadable().isEmpty()) {
            html.element("h2", "What could not be audited");
            table.begin("server", "file", "why");
            int shown = Math.min(500, report.unreadable().size());
            for (Report.Unreadable file : report.unreadable().subList(0, shown)) {
                table.row(file.server(), file.file(), file.reason());
            }
            table.end();
            more(report.unreadable().size() - shown, "file");
        }
        for (String notice : report.notices()) {
            html.element("p", notice, "class", "dim");
        }
    }

    private void servers() throws IOException {
        if (report.servers() < 2) {
            return;
        }
        html.element("h2", "Servers");
        html.begin("details").element("summary", Plural.of(report.servers(), "server"));
        table.begin("server", "errors", "warnings", "notes");
        for (AuditedServer server : report.audited()) {
            int[] counts = summary.of(server.name());
            html.begin("tr").begin("th", "scope", "row");
            html.element("a", server.name(), "href", "#server=" + server.name()).end();
            for (int count : counts) {
                html.element("td", String.valueOf(count), "class", "n");
            }
            html.end().line();
        }
        table.end();
        html.end();
    }
}
