package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalAbilityTest {

    private static TerminalAbility of(String... environment) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return new TerminalAbility(variables);
    }

    @Test
    void coloursAreThereUnlessSomebodySaysNo() {
        assertThat(of("TERM", "xterm").hasColours()).isTrue();
        assertThat(of().hasColours()).isTrue();
        assertThat(of("NO_COLOR", "").hasColours()).isTrue();
        assertThat(of("NO_COLOR", "1").hasColours()).isFalse();
        assertThat(of("TERM", "dumb").hasColours()).isFalse();
        assertThat(of("CLICOLOR", "0").hasColours()).isFalse();
        assertThat(of("OS", "Windows_NT").hasColours()).isFalse();
        assertThat(of("OS", "Windows_NT", "WT_SESSION", "x").hasColours()).isTrue();
        assertThat(of("CLICOLOR_FORCE", "1").isColourForced()).isTrue();
        assertThat(of("CLICOLOR_FORCE", "0").isColourForced()).isFalse();
    }

    @Test
    void hyperlinksAreThereOnKnownTerminalsOnly() {
        assertThat(of("TERM", "xterm-256color").hasHyperlinks()).isFalse();
        assertThat(of("VTE_VERSION", "4999").hasHyperlinks()).isFalse();
        assertThat(of("VTE_VERSION", "6800").hasHyperlinks()).isTrue();
        assertThat(of("WT_SESSION", "x").hasHyperlinks()).isTrue();
        assertThat(of("TERM_PROGRAM", "vscode").hasHyperlinks()).isTrue();
        assertThat(of("TERM_PROGRAM", "Apple_Terminal").hasHyperlinks()).isFalse();
        assertThat(of("VTE_VERSION", "6800", "TERM", "dumb").hasHyperlinks()).isFalse();
        assertThat(of("VTE_VERSION", "6800", "TERM", "screen-256color").hasHyperlinks())
                .isFalse();
    }

    @Test
    void theWidthIsANumberOrNothing() {
        assertThat(of("COLUMNS", "132").width()).isEqualTo(132);
        assertThat(of("COLUMNS", "99999").width()).isEqualTo(500);
        assertThat(of("COLUMNS", "wide").width()).isZero();
        assertThat(of("COLUMNS", "-1").width()).isZero();
        assertThat(of("COLUMNS", "99999999999").width()).isZero();
        assertThat(of().width()).isZero();
    }
}
