package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Rule.Documentation;
import io.github.iisaudit.rule.Rule.Example;
import io.github.iisaudit.rule.Rule.Reference;
import io.github.iisaudit.rule.Rule.Snippet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rule as a page of Markdown: the same text on the web, in SARIF and from {@code explain}. */
public final class RuleMarkdown {

    private final StringBuilder text = new StringBuilder();

    private RuleMarkdown() {}

    /** The page of each rule and a table of them, by file name. */
    public static Map<String, String> pages(List<Rule> rules) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", index(rules));
        rules.forEach(rule -> pages.put(rule.id() + ".md", page(rule)));
        return pages;
    }

    /** The whole page, with its heading and its examples. */
    public static String page(Rule rule) {
        RuleMarkdown page = new RuleMarkdown();
        page.text.append("# ").append(rule.id()).append("\n\n");
        page.text
                .append("**")
                .append(rule.severity().id())
                .append("**, ")
                .append(rule.confidence().id());
        page.text.append(" confidence: ").append(prose(rule.title())).append('\n');
        page.body(rule.documentation());
        rule.examples().forEach(page::example);
        return page.text.toString();
    }

    /** A table of rules, each with a link to its page in the same folder. */
    private static String index(List<Rule> rules) {
        StringBuilder text = new StringBuilder("# Rules\n\n");
        text.append("Generated from the files in `rules/`, as are the pages: edit those. ");
        text.append("`iisaudit explain RULE` prints a page.\n\n");
        text.append("| rule | severity | confidence | what it finds |\n|---|---|---|---|\n");
        for (Rule rule : rules) {
            text.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
            text.append(rule.severity().id()).append(" | ");
            text.append(rule.confidence().id()).append(" | ");
            text.append(prose(rule.title()).replace("|", "\\|")).append(" |\n");
        }
        return text.toString();
    }

    /** The explanation alone. */
    static String help(Rule rule) {
        RuleMarkdown page = new RuleMarkdown();
        page.body(rule.documentation());
        return page.text.toString().strip();
    }

    private void body(Documentation documentation) {
        section("What happens", documentation.rationale());
        section("Who notices", documentation.affected());
        section("How to be sure", documentation.confirm());
        section("What to do", documentation.remediation());
        documentation.snippets().forEach(this::snippet);
        if (!documentation.references().isEmpty()) {
            text.append("\n## Read more\n\n");
            documentation.references().forEach(this::reference);
        }
    }

    private void section(String heading, String paragraphs) {
        if (!paragraphs.isBlank()) {
            text.append("\n## ").append(heading).append("\n\n");
            text.append(prose(paragraphs.strip())).append('\n');
        }
    }

    /** Text with its code in backticks; what Markdown would take for markup elsewhere is escaped. */
    private static String prose(String text) {
        StringBuilder prose = new StringBuilder();
        boolean isCode = false;
        for (char c : text.toCharArray()) {
            isCode ^= c == '`';
            prose.append(!isCode && "\\*_<[]".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return prose.toString();
    }

    private void snippet(Snippet snippet) {
        String language = switch (snippet.language()) {
            case "config" -> "xml";
            case "appcmd" -> "bat";
            default -> snippet.language();
        };
        fence(language, snippet.text());
    }

    private void reference(Reference reference) {
        text.append("- [").append(prose(reference.title())).append("](");
        text.append(reference.href()).append(")\n");
    }

    private void example(Example example) {
        text.append("\n## ").append(example.isBad() ? "Found: " : "Not found: ");
        text.append(prose(example.name())).append('\n');
        fence("xml", example.text());
    }

    private void fence(String language, String code) {
        text.append("\n```").append(language).append('\n');
        text.append(code.stripIndent().strip()).append("\n```\n");
    }
}
