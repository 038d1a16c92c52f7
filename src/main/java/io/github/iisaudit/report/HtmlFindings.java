package io.github.iisaudit.report;

import java.io.IOException;

/** The findings of a page: what its script searches them with, and those that stand there without it. */
final class HtmlFindings {

    private final Report report;
    private final HtmlSummary summary;
    private final HtmlText html;

    HtmlFindings(Report report, HtmlSummary summary, HtmlText html) {
        this.report = report;
        this.summary = summary;
        this.html = html;
    }

    void write() throws IOException {
        html.element("h2", "Findings", "id", "findings");
        html.begin("form", "id", "form", "class", "js", "role", "search");
        field("Search", "q", "search", "q");
        field("Server", "server", "search", "");
        field("Site or path", "site", "search", "");
        html.begin("label").text("Rule").begin("select", "id", "rule");
        html.element("option", "all", "value", "");
        for (HtmlSummary.OfRule rule : summary.rules()) {
            html.element("option", rule.rule.id());
        }
        html.end().end().begin("label").text("Severity").begin("select", "id", "severity");
        html.element("option", "all", "value", "");
        html.element("option", "errors", "value", "0");
        html.element("option", "errors and warnings", "value", "1").end().end();
        html.element("button", "Clear", "type", "reset").end().line();
        list();
        withoutScript();
    }

    private void list() throws IOException {
        html.element("p", "", "id", "count", "class", "js", "role", "status");
        html.element("div", "", "id", "list", "class", "js", "data-fleet", String.valueOf(report.servers() > 1));
        html.element("button", "Show more", "id", "more", "class", "js", "type", "button", "hidden", "")
                .line();
    }

    private void withoutScript() throws IOException {
        html.begin("div", "class", "nojs");
        boolean isShort = false;
        for (HtmlSummary.OfRule rule : summary.rules()) {
            isShort |= rule.group.size() > rule.group.findings().size();
            for (var finding : rule.group.findings()) {
                new HtmlFinding(finding).write(html, report.servers() > 1);
            }
        }
        if (isShort) {
            html.element("p", "These are the first of each rule: all can be searched where scripts are allowed.");
        }
        html.end().line();
    }

    private void field(String label, String id, String type, String style) throws IOException {
        html.begin("label", "class", style).text(label);
        html.empty("input", "id", id, "type", type, "autocomplete", "off").end();
    }
}
