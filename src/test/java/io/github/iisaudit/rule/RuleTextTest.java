package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.OneLine;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    @Test
    void one_line_has_single_blanks_and_none_at_the_ends() {
        assertThat(OneLine.of("  a\n   b\tc  ")).isEqualTo("a b c");
        assertThat(OneLine.of("a  b")).isEqualTo("a b");
        assertThat(OneLine.of("a b ")).isEqualTo("a b");
        assertThat(OneLine.of(" a b")).isEqualTo("a b");
        assertThat(OneLine.of("a\u0001b\u0085c\u007F")).isEqualTo("a b c");
        assertThat(OneLine.of("ä  ö\u3000")).isEqualTo("ä ö");
        assertThat(OneLine.of(" ")).isEmpty();
        assertThat(OneLine.of("")).isEmpty();
    }

    @Test
    void what_is_one_line_stays_as_it_is() {
        String text = "Pool hr runs as CONTOSO\\svc-hr.";
        assertThat(OneLine.of(text)).isSameAs(text);
    }
}
