package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatternsTest {

    @Test
    void aStarStandsForAnyCharacters() {
        assertThat(Patterns.matches("HTTP/*.contoso.*", "http/hr.contoso.test")).isTrue();
        assertThat(Patterns.matches("*", "")).isTrue();
        assertThat(Patterns.matches("a*b*", "ab")).isTrue();
        assertThat(Patterns.matches("*ab", "aab")).isTrue();
        assertThat(Patterns.matches("a*b", "abc")).isFalse();
        assertThat(Patterns.matches("a*a", "a")).isFalse();
        assertThat(Patterns.matches("ab", "abc")).isFalse();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void manyStarsAreTriedOnce() {
        assertThat(Patterns.matches("a*".repeat(100) + "b", "a".repeat(200))).isFalse();
        assertThat(Patterns.matches("*".repeat(100_000), "a")).isTrue();
    }
}
