package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.source.Changes;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.Parameters;
import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeployedTest {

    private final XmlReader reader = XmlReader.remembering();

    private long paid;

    private Deployed read(String text, Map<String, String> variables) throws Exception {
        return Deployed.read(
                new ConfigFile(
                        "web.config",
                        text.getBytes(StandardCharsets.UTF_8),
                        new Changes(List.of(), Parameters.NONE, variables)),
                reader,
                steps -> paid += steps);
    }

    private String value(String text, Map<String, String> variables) throws Exception {
        return read(text, variables).root().attributeValue("b");
    }

    @Test
    void a_file_that_no_environment_changes_is_read_once_for_all() throws Exception {
        String text = "<a b='#{c} 50%'/>";
        Deployed one = read(text, Map.of("x", "1"));
        assertThat(read(text, Map.of("x", "2", "y", "3")).root()).isSameAs(one.root());
        assertThat(paid).isZero();
    }

    @Test
    void a_file_that_one_changes_is_not() throws Exception {
        assertThat(value("<a b='#{c}'/>", Map.of("C", "1"))).isEqualTo("1");
        assertThat(value("<a b='#{c}'/>", Map.of("x", "2"))).isEqualTo("#{c}");
        assertThat(paid).isEqualTo(2 * "<a b='#{c}'/>".length());
    }

    @Test
    void it_is_paid_for_before_it_is_changed() {
        assertThatThrownBy(() -> Deployed.read(
                        new ConfigFile(
                                "web.config", new byte[1], new Changes(List.of(), Parameters.NONE, Map.of("c", "1"))),
                        reader,
                        steps -> {
                            throw new IllegalStateException("too much");
                        }))
                .hasMessage("too much");
    }

    @Test
    void what_is_written_in_another_way_counts_too() throws Exception {
        assertThat(value("<a b='#&#123;c}'/>", Map.of("c", "1"))).isEqualTo("1");
        assertThat(value("<a b='##{c}'/>", Map.of("x", "1"))).isEqualTo("#{c}");
        assertThat(value("<a d='{{e|' b='%c%}}'/>", Map.of("c", "1"))).isEqualTo("1}}");
        assertThat(read("<a>#{if c}<b/>#{/if}</a>", Map.of("c", "no")).root().elements())
                .isEmpty();
    }
}
