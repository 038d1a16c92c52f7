package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaidTest {

    private static Said said(String text) {
        return new Said.Builder()
                .add(1)
                .add(new Said.Builder().add(text).build())
                .build();
    }

    @Test
    void whatHasOneHashHasAnOrderByWhichMapsFindIt() {
        Said one = said("Aa");
        Said other = said("BB");
        assertThat(one).hasSameHashCodeAs(other).isNotEqualTo(other);
        assertThat(one.compareTo(other)).isNegative();
        assertThat(other.compareTo(one)).isPositive();
        assertThat(one).isEqualByComparingTo(said("Aa")).isEqualTo(said("Aa"));
    }
}
