package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final String WEB = """
            <configuration>
              <system.webServer>
                <security>
                  <authentication>
                    <!-- iisaudit:ignore %s -->
                    <windowsAuthentication enabled="true" />
                  </authentication>
                </security>
              </system.webServer>
            </configuration>
            """;

    private static final String ALL =
            "section-locked, kernel-mode-preauth-401, anonymous-with-windows the server unlocks it";

    private static Run scan(String comment, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "scan";
        args[1] = "-";
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.withInput(WEB.formatted(comment), args);
    }

    @Test
    void suppressedFindingsDoNotFailAndAreCounted() {
        Run run = scan(ALL);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .doesNotContain("[section-locked]", "[unused-suppression]")
                .endsWith(": no findings, 3 suppressed\n");
        assertThat(scan("section-locked why").exit()).isEqualTo(1);
    }

    @Test
    void suppressedFindingsStayInJsonAndSarif() {
        assertThat(scan(ALL, "--format", "json").out())
                .contains("\"suppressed\": 3", "\"rule\": \"section-locked\"", "\"reason\": \"the server unlocks it\"");
        assertThat(scan(ALL, "--format", "sarif").out())
                .contains("\"kind\": \"inSource\"", "\"justification\": \"the server unlocks it\"");
    }

    @Test
    void aCommentWithoutAReasonIsANoteItself() {
        Run run = scan("section-locked");

        assertThat(run.out())
                .contains(
                        "note[suppression-without-reason]: ",
                        ":5:9\n",
                        "write the reason after the rule: <!-- iisaudit:ignore section-locked");
    }

    @Test
    void aCommentThatSuppressesNothingIsANoteAtTheNameOfTheRule() {
        Run run = scan("ntlm-only, section-loked why");

        assertThat(run.out()).contains("note[unused-suppression]: ", ":5:30\n", "ntlm-only");
        assertThat(scan("section-loked why").out()).contains("section-locked may be meant", "write section-locked if");
    }

    @Test
    void aRuleThatDidNotRunIsNotCalledUnused() {
        assertThat(scan("ntlm-only why", "--skip-rule", "ntlm-only").out()).doesNotContain("unused-suppression");
        assertThat(scan("ntlm-only why", "--skip-rule", "unused-suppression").out())
                .doesNotContain("unused-suppression");
    }
}
