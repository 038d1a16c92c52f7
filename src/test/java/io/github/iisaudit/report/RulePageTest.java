package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePageTest {

    private static final Rule RULE = Sample.rule("stale-location", Severity.WARNING);

    @Test
    void aPageTellsTheRuleFromTitleToExamples() {
        assertThat(RulePage.page(RULE, Sample.PLAIN, true)).isEqualTo("""
            stale-location  warning, high confidence
            something is wrong

            What happens
              The first paragraph says what happens.

              The second says `why`.

            Who notices
              Whoever logs on.

            How to be sure
              Look into the log.

            What to do
              Choose one of these.

                appcmd:
                  appcmd set config "Site" /x:1

                config:
                  <a b="1"/>

            Read more
              An article
                https://learn.microsoft.com/iis

            Found: left at its default
                  <web path="/">
                  </web>
            """);
    }

    @Test
    void markdownHasTheSameParts() {
        assertThat(RuleMarkdown.page(RULE))
                .startsWith("# stale-location\n\n**warning**, high confidence: something is wrong\n")
                .containsSubsequence(
                        "## What happens",
                        "## Who notices",
                        "## How to be sure",
                        "## What to do",
                        "```bat\nappcmd set config \"Site\" /x:1\n```",
                        "```xml\n<a b=\"1\"/>\n```",
                        "- [An article](https://learn.microsoft.com/iis)",
                        "## Found: left at its default");
    }

    @Test
    void whatMarkdownWouldTakeForMarkupIsEscapedOutsideCode() {
        Rule rule = titled("a *location* of `<x>` for <y>");

        assertThat(RuleMarkdown.page(rule)).contains(": a \\*location\\* of `<x>` for \\<y>\n");
    }

    @Test
    void theIndexLinksToEveryPage() {
        assertThat(RuleMarkdown.pages(List.of(titled("this | that"))).get("README.md"))
                .startsWith("# Rules\n")
                .endsWith("| [stale-location](stale-location.md) | warning | high | this \\| that |\n");
    }

    private static Rule titled(String title) {
        return new Rule(
                RULE.id(),
                RULE.severity(),
                RULE.confidence(),
                RULE.section(),
                RULE.subject(),
                RULE.isSaidOnce(),
                title,
                RULE.when(),
                RULE.flag(),
                RULE.label(),
                RULE.message(),
                RULE.cases(),
                RULE.fixes(),
                RULE.reads(),
                RULE.manual(),
                RULE.file());
    }

    @Test
    void theListHasALineForEachRuleAndItsTitle() throws IOException {
        assertThat(RuleList.text(List.of(RULE), Sample.PLAIN)).isEqualTo("""
            warning  high    stale-location
                             something is wrong

            1 rule; more about one: iisaudit explain RULE
            """);
        StringWriter json = new StringWriter();
        RuleList.json(List.of(RULE), json);
        assertThat(json.toString())
                .contains("\"schemaVersion\": 1", "\"id\": \"stale-location\"", "\"severity\": \"warning\"");
    }
}
