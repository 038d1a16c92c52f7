package io.github.iisaudit.report;

import java.io.IOException;
import java.util.List;

/** Tables that, where the page is narrow, scroll by themselves, or of which each row is a paragraph. */
final class HtmlTable {

    private final HtmlText html;
    private List<String> labels = List.of();

    HtmlTable(HtmlText html) {
        this.html = html;
    }

    HtmlText html() {
        return html;
    }

    void begin(String... headings) throws IOException {
        labels = List.of();
        begin("wide", headings);
    }

    /** The same of a table with too many columns for a phone: there each cell of a row says what it is. */
    void beginStacked(String... headings) throws IOException {
        labels = List.of(headings).subList(1, headings.length);
        begin("wide stack", headings);
    }

    private void begin(String kind, String... headings) throws IOException {
        html.begin("div", "class", kind, "tabindex", "0", "role", "group", "aria-label", headings[0] + " table");
        html.begin("table").begin("thead").begin("tr");
        for (String heading : headings) {
            if (heading.isEmpty()) {
                html.element("td", "", "class", "bar");
            } else {
                html.element("th", heading, "scope", "col");
            }
        }
        html.end().end().line().begin("tbody").line();
    }

    void row(String first, String... others) throws IOException {
        html.begin("tr").element("th", first, "scope", "row");
        for (int i = 0; i < others.length; i++) {
            if (labels.isEmpty()) {
                html.element("td", others[i]);
            } else {
                html.element("td", others[i], "data-is", labels.get(i));
            }
        }
        html.end().line();
    }

    void end() throws IOException {
        html.end().end().end().line();
    }
}
