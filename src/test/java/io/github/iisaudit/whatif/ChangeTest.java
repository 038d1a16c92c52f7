package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static Change parse(String... settings) throws InvalidChangeException {
        return Change.parse(List.of(settings), Optional.empty());
    }

    @Test
    void namesAndValuesAreReadInAnyCase() throws InvalidChangeException {
        assertThat(parse("USEKERNELMODE=False", "enabled=TRUE", "useKernelMode=false")
                        .attributes())
                .containsExactly(Map.entry("useKernelMode", false), Map.entry("enabled", true));
    }

    @Test
    void anUnknownAttributeIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> parse("authPersistNonNTLM=true"))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessage("'authPersistNonNTLM' cannot be set here;"
                        + " possible are useKernelMode, useAppPoolCredentials, enabled");
    }

    @Test
    void onlyTrueAndFalseAreValues() {
        assertThatThrownBy(() -> parse("useKernelMode=0")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> parse("useKernelMode")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> parse("=true")).hasMessageContaining("possible are");
    }

    @Test
    void aContradictionIsRefused() {
        assertThatThrownBy(() -> parse("enabled=true", "Enabled=false")).hasMessageContaining("both");
    }

    @Test
    void withoutAChangeTheObviousQuestionIsAsked() throws InvalidChangeException {
        assertThat(parse()).isEqualTo(parse("useKernelMode=false"));
    }
}
