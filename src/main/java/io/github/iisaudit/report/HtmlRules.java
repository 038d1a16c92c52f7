package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import java.io.IOException;

/** What there is to read about the rules that found something, each once. */
final class HtmlRules {

    private final HtmlSummary summary;
    private final HtmlText html;

    HtmlRules(HtmlSummary summary, HtmlText html) {
        this.summary = summary;
        this.html = html;
    }

    void write() throws IOException {
        if (summary.rules().isEmpty()) {
            return;
        }
        html.element("h2", "Why, and what to do");
        for (HtmlSummary.OfRule rule : summary.rules()) {
            write(rule.rule);
        }
    }

    private void write(Rule rule) throws IOException {
        Rule.Documentation documentation = rule.documentation();
        html.begin("details", "class", "f", "id", "rule-" + rule.id()).begin("summary");
        html.element("b", rule.id()).text(": " + rule.title()).end().begin("div", "class", "in");
        section("What happens", documentation.rationale());
        section("Who notices", documentation.affected());
        section("How to be sure", documentation.confirm());
        section("What to do", documentation.remediation());
        for (Rule.Snippet snippet : documentation.snippets()) {
            html.element("p", snippet.language(), "class", "dim");
            html.element("pre", snippet.text().stripIndent().strip(), "tabindex", "0");
        }
        if (!documentation.references().isEmpty()) {
            html.element("h3", "Read more").begin("ul");
            for (Rule.Reference reference : documentation.references()) {
                html.element("li", () -> reference(reference));
            }
            html.end();
        }
        html.end().end().line();
    }

    /** Rules may be anybody's: a reference that is no page of the web is text. */
    private void reference(Rule.Reference reference) throws IOException {
        String href = reference.href().strip();
        if (href.startsWith("https://") || href.startsWith("http://")) {
            html.element("a", reference.title(), "href", href, "rel", "noreferrer");
        } else {
            html.text(reference.title() + " " + href);
        }
    }

    private void section(String heading, String text) throws IOException {
        if (!text.isBlank()) {
            html.element("h3", heading);
            for (String paragraph : text.split("\n\n")) {
                html.element("p", () -> code(paragraph));
            }
        }
    }

    /** What stands in backticks is code. */
    private void code(String paragraph) throws IOException {
        String[] parts = paragraph.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                html.element("code", parts[i]);
            } else {
                html.text(parts[i]);
            }
        }
    }
}
