package io.github.iisaudit.report;

import java.io.IOException;

/** Tables that scroll by themselves where the page is narrow. */
final class HtmlTable {

    private final HtmlText html;

    HtmlTable(HtmlText html) {
        this.html = html;
    }

    HtmlText html() {
        return html;
    }

    void begin(String... headings) throws IOException {
        html.begin("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", headings[0] + " table");
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
        for (String other : others) {
            html.element("td", other);
        }
        html.end().line();
    }

    void end() throws IOException {
        html.end().end().end().line();
    }
}
