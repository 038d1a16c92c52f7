package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Rule.Documentation;

/** A rule as a page of text. */
public final class RulePage {

    private static final String INDENT = "  ";
    private static final String CODE = "      ";

    private RulePage() {}

    /** The page with its heading; the examples that test the rule are at its end where they are wanted. */
    public static String page(Rule rule, Presentation presentation, boolean areExamplesWanted) {
        Colours colours = new Colours(presentation.isColoured());
        Page page = new Page(presentation.width());
        String about = " " + rule.severity().id() + ", " + rule.confidence().id() + " confidence";
        page.line(colours.severity(rule.severity(), rule.id()) + " " + about);
        page.wrapped("", rule.title());
        body(rule.documentation(), page, colours);
        if (!areExamplesWanted) {
            return page.gap()
                    .line("What it finds, and what not: iisaudit explain " + rule.id() + " --examples")
                    .toString();
        }
        rule.examples().forEach(e -> {
            heading(page, colours, (e.isBad() ? "Found: " : "Not found: ") + e.name());
            page.verbatim(CODE, e.text().stripIndent().strip());
        });
        return page.toString();
    }

    /** The explanation alone, without heading and examples. */
    static String help(Rule rule) {
        Page page = new Page(Presentation.DEFAULT_WIDTH);
        body(rule.documentation(), page, new Colours(false));
        return page.toString().strip();
    }

    private static void body(Documentation documentation, Page page, Colours colours) {
        section(page, colours, "What happens", documentation.rationale());
        section(page, colours, "Who notices", documentation.affected());
        section(page, colours, "How to be sure", documentation.confirm());
        section(page, colours, "What to do", documentation.remediation());
        documentation.snippets().forEach(s -> {
            page.gap().line("    " + Glyphs.clean(s.language()) + ":");
            page.verbatim(CODE, s.text().stripIndent().strip());
        });
        if (!documentation.references().isEmpty()) {
            heading(page, colours, "Read more");
            documentation.references().forEach(r -> {
                page.wrapped(INDENT, r.title());
                page.wrapped(INDENT + INDENT, r.href());
            });
        }
    }

    private static void section(Page page, Colours colours, String heading, String paragraphs) {
        if (!paragraphs.isBlank()) {
            heading(page, colours, heading);
            page.paragraphs(INDENT, paragraphs);
        }
    }

    private static void heading(Page page, Colours colours, String heading) {
        page.gap();
        Glyphs.wrap(heading, page.width()).forEach(line -> page.line(colours.bold(line)));
    }
}
