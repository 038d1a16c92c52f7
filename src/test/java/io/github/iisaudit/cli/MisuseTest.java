package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MisuseTest {

    private static void assertSays(String message, String... args) {
        assertThat(Run.of(args)).isEqualTo(new Run(2, "", "iisaudit: " + message + "\n"));
    }

    @Test
    void aWrongValueIsNamedWithTheNearestRightOne() {
        assertSays(
                "--fail-on: 'eror' is none of error, warning, note, never; did you mean error?"
                        + " see iisaudit scan --help",
                "scan",
                "--fail-on",
                "eror",
                "x");
        assertThat(Run.of("scan", "--output", "jsn=f", "x").err()).contains("--output: 'jsn' is none of", "mean json?");
        assertSays("--jobs: 'many' is no number; see iisaudit scan --help", "scan", "--jobs", "many", "x");
        assertThat(Run.of("scan", "--jobs", "0", "x").err()).contains("--jobs wants a number from 1 on, not 0");
        assertSays("--env: 'FOO' is not NAME=VALUE; see iisaudit scan --help", "scan", "--env", "FOO", "x");
        assertSays(
                "--quiet: it takes no value, and 'yes' is one; see iisaudit scan --help", "scan", "--quiet=yes", "x");
    }

    @Test
    void aRunWithoutARuleIsRefused() {
        Run run = Run.of("scan", "x", "--rule", "ntlm-only", "--skip-rule", "ntlm-only");
        assertThat(run.err()).contains("no rule is left to run");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aMissingValueIsNamedWithWhatItLooksLike() {
        assertSays(
                "--set wants a value: NAME=VALUE, such as useKernelMode=false; see iisaudit what-if --help",
                "what-if",
                "x",
                "--set");
        assertSays(
                "RULE is missing: its id, as iisaudit rules lists it; or what it is about: 401.1, KB2749007,"
                        + " useKernelMode; see iisaudit explain --help",
                "explain");
    }

    @Test
    void anUnknownWordIsNamedWithTheNearestKnownOne() {
        assertSays(
                "unknown option --fial-on; did you mean --fail-on? see iisaudit scan --help",
                "scan",
                "--fial-on=error",
                "x");
        assertSays("there is no command tset; did you mean test? see iisaudit rules --help", "rules", "tset", "x");
        assertSays("'b' is one argument too many; see iisaudit explain --help", "explain", "a", "b");
        assertSays(
                "--format is given more than once; see iisaudit scan --help",
                "scan",
                "--format",
                "json",
                "--format",
                "text",
                "x");
    }
}
