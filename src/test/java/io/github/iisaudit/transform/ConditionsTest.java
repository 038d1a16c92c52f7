package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class ConditionsTest {

    @Test
    void what_a_condition_is_about_stays_or_goes() {
        assertThat(resolved("#{if A}<b/>#{/if}", Map.of("A", "True"))).isEqualTo("<b/>");
        assertThat(resolved("#{if A}<b/>#{/if}", Map.of("A", "0"))).isEmpty();
        assertThat(resolved("#{unless A}<b/>#{/unless}<c/>", Map.of("A", "no"))).isEqualTo("<b/><c/>");
        assertThat(resolved("#{if A}<b/>#{else}<c/>#{/if}", Map.of("A", ""))).isEqualTo("<c/>");
        assertThat(resolved("x#{ if A }y#{/if}z", Map.of("A", "false"))).isEqualTo("xz");
    }

    @Test
    void a_variable_may_be_compared_with_a_text() {
        assertThat(resolved("#{if A == \"Live\"}<b/>#{/if}", Map.of("A", "Live")))
                .isEqualTo("<b/>");
        assertThat(resolved("#{if A != \"Live\"}<b/>#{/if}", Map.of("a", "Live")))
                .isEqualTo("<b/>".substring(4));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void many_conditions_lie_within_each_other() {
        String nested = "#{if A}\n".repeat(100_000) + "#{/if}\n".repeat(100_000);
        assertThat(resolved(nested, Map.of("A", "1"))).isBlank();
    }

    @Test
    void conditions_lie_within_each_other() {
        String nested = "#{if A}<a/>#{unless B}<b/>#{/unless}#{/if}";
        assertThat(resolved(nested, Map.of("A", "1", "B", "0"))).isEqualTo("<a/><b/>");
        assertThat(resolved(nested, Map.of("A", "1", "B", "1"))).isEqualTo("<a/>");
        assertThat(resolved(nested, Map.of("A", "0", "B", "0"))).isEmpty();
    }

    @Test
    void what_is_not_known_or_not_closed_is_left_as_it_is() {
        for (String other : new String[] {
            "#{if B}<b/>#{/if}", "#{if A}<b/>", "<b/>#{/if}", "#{if A}#{if B}<b/>#{/if}#{/if}", "#{else}<b/>"
        }) {
            assertThat(resolved(other, Map.of("A", "true"))).isEqualTo(other);
        }
    }

    @Test
    void a_text_may_have_what_looks_like_a_placeholder() {
        Map<String, String> variables = Map.of("A", "1", "B", "2");
        assertThat(Placeholders.resolved("##{A} #{A} #{A}##{B}#", variables)).isEqualTo("#{A} 1 12");
        assertThat(Placeholders.in("##{A}")).isEmpty();
    }

    private static String resolved(String content, Map<String, String> variables) {
        try {
            Map<String, String> all = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(variables);
            Draft draft = Draft.read("a", ("<r>" + content + "</r>").getBytes(StandardCharsets.UTF_8));
            draft.resolve(all);
            String text = draft.text();
            return text.startsWith("<r>") ? text.substring(3, text.length() - 4) : "";
        } catch (UnreadableXmlException e) {
            throw new AssertionError(e);
        }
    }
}
