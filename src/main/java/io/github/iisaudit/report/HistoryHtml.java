package io.github.iisaudit.report;

import io.github.iisaudit.history.History;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What became of servers as a page: a line through time for each, with what changed at each point of it. It has no script. */
final class HistoryHtml {

    private static final int PATHS = 8;

    private final String version;

    HistoryHtml(String version) {
        this.version = version;
    }

    void render(History history, Writer out) throws IOException {
        HtmlText html = new HtmlText(out);
        String style = HtmlPage.resource("report.css") + HtmlPage.resource("history.css");
        String title = "iisaudit: history of " + subject(history);
        new HtmlPage(title, style, "").write(html, out, () -> body(history, html));
    }

    private static String subject(History history) {
        int servers = history.servers().size();
        return servers == 1 ? history.servers().get(0).name() : Plural.of(servers, "server");
    }

    private void body(History history, HtmlText html) throws IOException {
        html.line().element("header", () -> html.element("h1", "When did it change? " + subject(history)));
        html.line().begin("main");
        for (History.Server server : history.servers()) {
            new OfServer(html).write(server);
        }
        if (!history.unreadable().isEmpty() || !history.notices().isEmpty()) {
            html.element("h2", "What limits this").begin("ul");
            for (History.Unreadable file : history.unreadable()) {
                html.element("li", HistoryWords.unreadable(file), "class", "error");
            }
            for (String notice : history.notices()) {
                html.element("li", notice);
            }
            html.end();
        }
        html.end().line();
        String sentence =
                "iisaudit " + version + ". This file holds all of the history and asks nothing of any server.";
        html.element("footer", () -> html.element("p", sentence, "class", "dim"))
                .line();
    }

    /** The line of one server. */
    private record OfServer(HtmlText html) {

        void write(History.Server server) throws IOException {
            html.element("h2", server.name()).element("p", HistoryWords.summary(server) + ".");
            html.begin("ol", "class", "time");
            for (VersionChange change : server.changes()) {
                html.line().element("li", () -> version(change));
            }
            html.end().line();
        }

        private void version(VersionChange change) throws IOException {
            html.begin("h3");
            html.element(
                    "time",
                    HistoryWords.time(change.at().time()),
                    "datetime",
                    change.at().time().toString());
            html.text(" ").element("code", HistoryWords.id(change.at()));
            html.text(" " + change.at().subject()).end();
            html.element("p", HistoryWords.counts(change), "class", "dim");
            if (!change.values().isEmpty()) {
                values(change);
            }
            paths("new paths: ", change.pathsAdded());
            paths("gone paths: ", change.pathsRemoved());
            if (!change.came().isEmpty() || !change.went().isEmpty()) {
                html.begin("ul", "class", "findings");
                for (Finding finding : change.came()) {
                    finding("came", finding);
                }
                for (Finding finding : change.went()) {
                    finding("went", finding);
                }
                html.end();
            }
        }

        private void values(VersionChange change) throws IOException {
            HtmlTable table = new HtmlTable(html);
            table.beginStacked("setting", "from", "to", "line", "paths");
            for (ValueChange value : HistoryWords.values(change)) {
                html.begin("tr").begin("th", "scope", "row");
                html.element("code", HistoryWords.setting(value)).end();
                cell("from", HistoryWords.value(value.from()));
                cell("to", HistoryWords.value(value.to()));
                cell("line", HistoryWords.place(value));
                html.element("td", Paths.list(value.paths(), PATHS), "data-is", "paths")
                        .end()
                        .line();
            }
            table.end();
        }

        /** On a phone it says itself what it is, as there is no room for columns. */
        private void cell(String what, String text) throws IOException {
            html.element("td", () -> html.element("code", text), "data-is", what);
        }

        private void paths(String what, List<String> paths) throws IOException {
            if (!paths.isEmpty()) {
                html.element("p", what + Paths.list(paths, PATHS));
            }
        }

        private void finding(String what, Finding finding) throws IOException {
            html.begin("li").element("b", what).text(" ");
            html.element(
                    "span", finding.severity().id(), "class", finding.severity().id());
            html.text(" ").element("b", finding.rule().id()).text(": " + finding.message() + " ");
            html.element("code", HistoryWords.place(finding));
            html.element("span", " " + Paths.list(finding.paths(), PATHS), "class", "dim")
                    .end();
        }
    }
}
