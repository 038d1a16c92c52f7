package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class PlaceholdersTest {

    @Test
    void blanks_within_a_name_belong_to_it_and_those_around_it_do_not() {
        assertThat(Placeholders.in("#{ a  b } ${c | Lower} {{ d-e }}")).containsExactly("a  b", "c", "d-e");
        assertThat(Placeholders.in("#{a \t b} #{a b")).isEmpty();
    }

    @Test
    void a_name_of_blanks_is_none() {
        assertThat(Placeholders.in("#{a" + " ".repeat(900_000))).isEmpty();
        assertThat(Placeholders.in("#{a" + " a".repeat(450_000))).isEmpty();
    }

    @Test
    void a_text_does_not_grow_without_end() {
        assertThat(Placeholders.resolved("#{a}b#{a}", Map.of("a", "$1"))).isEqualTo("$1b$1");
        assertThatThrownBy(() -> Placeholders.resolved("#{a}".repeat(200_000), Map.of("a", "x".repeat(500_000))))
                .isInstanceOf(TransformException.class)
                .hasMessage("a value of more than 4000000 characters");
    }

    @Test
    void a_file_does_not_grow_without_end() throws Exception {
        String text = "<a>" + "<b c='#{d}'/>".repeat(100) + "</a>";
        Draft draft = Draft.read("web.config", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> draft.resolve(Map.of("d", "x".repeat(1 << 18))))
                .isInstanceOf(UnreadableXmlException.class)
                .hasMessage("a file of more than 16 MiB");
    }
}
