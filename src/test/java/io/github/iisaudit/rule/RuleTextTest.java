package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTextTest {

    @Test
    void one_line_has_single_blanks_and_none_at_the_ends() {
        assertThat(RuleText.oneLine("  a\n   b\tc  ")).isEqualTo("a b c");
        assertThat(RuleText.oneLine("a  b")).isEqualTo("a b");
        assertThat(RuleText.oneLine("a b ")).isEqualTo("a b");
        assertThat(RuleText.oneLine(" a b")).isEqualTo("a b");
        assertThat(RuleText.oneLine("a\u0001b\u0085c\u007F")).isEqualTo("a b c");
        assertThat(RuleText.oneLine("ä  ö\u3000")).isEqualTo("ä ö");
        assertThat(RuleText.oneLine(" ")).isEmpty();
        assertThat(RuleText.oneLine("")).isEmpty();
    }

    @Test
    void what_is_one_line_stays_as_it_is() {
        String text = "Pool hr runs as CONTOSO\\svc-hr.";
        assertThat(RuleText.oneLine(text)).isSameAs(text);
    }
}
