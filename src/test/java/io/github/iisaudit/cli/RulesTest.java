package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iisaudit rules} and what stands below it. */
class RulesTest {

    private static final String RULE = """
            <rule id="our-rule" severity="note" confidence="high" section="system.webServer/directoryBrowse">
              <title>t</title><flag>@enabled[. = 'true']</flag><message>m</message><fix>f</fix>
              <references><ref href="https://example.com">r</ref></references>
              <examples>
                <bad name="on" marks='enabled="true"'>
                  <host><system.webServer><directoryBrowse enabled="true"/></system.webServer></host>
                </bad>
                <good name="off"/>
              </examples>
            </rule>
            """;

    @TempDir
    private Path folder;

    private String rule(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return folder.toString();
    }

    @Test
    void examplesThatDoWhatTheySayAreExitCode0() throws IOException {
        assertThat(Run.of("rules", "test", rule("our-rule.xml", RULE)))
                .isEqualTo(new Run(0, "1 rule, 2 examples: 0 failed\n", ""));
    }

    @Test
    void anExampleThatFailsIsToldWithItsLineAndTheReason() throws IOException {
        String shown = rule("our-rule.xml", RULE.replace("marks='enabled", "marks='on"));

        Run run = Run.of("rules", "test", shown);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(shown.replace('\\', '/') + "/our-rule.xml:5: our-rule\n"
                        + "  bad example 'on' marks 'on=\"true\"' but the finding points at 'enabled=\"true\"'\n"
                        + "  (applicationHost.config:")
                .endsWith(")\n\n1 rule, 2 examples: 1 failed\n");
    }

    @Test
    void aBrokenRuleFileIsExitCode2WithItsLine() throws IOException {
        Run run = Run.of("rules", "test", rule("our-rule.xml", RULE.replace("'true']", "'true'")));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("/our-rule.xml:2:").hasLineCount(1);
    }

    @Test
    void severalFoldersAreTestedTogether() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("other-rule.xml"), RULE.replace("our-rule", "other-rule"));

        assertThat(Run.of("rules", "test", rule("our-rule.xml", RULE), other.toString())
                        .out())
                .isEqualTo("2 rules, 4 examples: 0 failed\n");
        Files.writeString(other.resolve("our-rule.xml"), RULE);
        assertThat(Run.of("rules", "test", folder.toString(), other.toString()).err())
                .contains("there is a rule 'our-rule' already");
    }

    @Test
    void aFolderWithoutRulesIsExitCode2() {
        Run run = Run.of("rules", "test", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no rule file (*.xml) in ").hasLineCount(1);
        assertThat(Run.of("rules", "test").exit()).isEqualTo(2);
    }

    @Test
    void aRuleThatHasTheNameOfOneOfTheProgramIsTested() throws IOException {
        Run run = Run.of("rules", "test", rule("ntlm-only.xml", RULE.replace("our-rule", "ntlm-only")));

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("scan --rules would refuse these: ntlm-only")
                .hasLineCount(1);
    }

    @Test
    void aRuleAboutSuppressionsIsTestedTogetherWithTheRulesThatItsExamplesName() throws IOException {
        String ticket = RULE.replace("our-rule", "no-ticket")
                .replace("section=\"system.webServer/directoryBrowse\"", "scope=\"suppression\"")
                .replace("@enabled[. = 'true']", "rule[@state = 'used' and not(contains(../@reason, 'T-'))]")
                .replaceAll("(?s)<bad.*</bad>", """
                        <bad name="no ticket" marks="kernel-mode-preauth-401"><host><system.webServer><security>
                          <authentication>
                          <!-- iisaudit:ignore kernel-mode-preauth-401 in a hurry -->
                          <windowsAuthentication enabled="true"/>
                        </authentication></security></system.webServer></host></bad>""");

        assertThat(Run.of("rules", "test", rule("no-ticket.xml", ticket)))
                .isEqualTo(new Run(0, "1 rule, 2 examples: 0 failed\n", ""));
    }

    @Test
    void pagesAreWrittenForReadersOnTheWeb() throws IOException {
        Path docs = folder.resolve("a/docs");
        Run run = Run.of("rules", "docs", docs.toString());

        assertThat(run.exit()).isZero();
        assertThat(docs.resolve("README.md")).content().contains("[section-locked](section-locked.md)");
        assertThat(docs.resolve("section-locked.md"))
                .content()
                .isEqualTo(Run.of("explain", "section-locked", "--format", "markdown")
                        .out());
        assertThat(Run.of("rules", "docs", docs.resolve("README.md/x").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theListNamesIdSeverityConfidenceAndTitle() {
        assertThat(Run.of("rules").out())
                .contains(
                        "error    high    section-locked\n",
                        "note     high    unused-suppression\n",
                        "; more about one: iisaudit explain RULE\n");
        assertThat(Run.of("rules", "--format", "json").out())
                .contains(
                        "\n      \"id\": \"section-locked\",\n      \"severity\": \"error\",\n      \"confidence\": \"high\",\n");
    }

    @Test
    void whatThereIsBelowRulesIsSaid() {
        assertThat(Run.of("rules", "--help").out()).contains("  test  ").doesNotContain("  docs  ");
        assertThat(Run.of("rules", "tst").err()).contains("did you mean test?");
        assertThat(Run.of("rules", "xyz").err()).contains("; commands: test;");
        assertThat(Run.of("rules", "--format", "xml").err())
                .contains("'xml' is none of text, json;")
                .doesNotContain("commands");
    }
}
