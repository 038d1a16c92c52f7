package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.source.ProgramFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule file says of its certain remedies is read, or refused with its line. */
class RemedyTest {

    private static Rule read(String remedy) throws RuleException {
        String text = new String(ProgramFile.bytes("/rules/stale-location.xml").orElseThrow(), StandardCharsets.UTF_8);
        String other = text.replaceAll("(?s)<remedy.*?/>", remedy);
        return new RuleReader(section -> true, 1).read("stale-location.xml", other.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_remedy_flags_what_the_rule_flags_where_it_is_certain() throws RuleException {
        Rule rule = read("<remedy edit='delete-element' when='starts-with(., \"Old\")'/>");
        Rule.Example example = rule.examples().get(0);
        Rule.Example quoted = rule.examples().get(1);
        Rule finder = rule.remedies().get(0).finder(rule, 1);

        assertThat(finder.id()).isEqualTo("stale-location-1");
        assertThat(ExampleRunner.findings(finder, example, List.of())).hasSize(1);
        assertThat(ExampleRunner.findings(rule, quoted, List.of())).hasSize(1);
        assertThat(ExampleRunner.findings(finder, quoted, List.of())).isEmpty();
    }

    @Test
    void a_rule_without_one_leaves_all_to_judgement() throws RuleException {
        assertThat(read("").remedies()).isEmpty();
    }

    @Test
    void what_is_no_edit_or_no_condition_is_refused() {
        assertThatThrownBy(() -> read("<remedy edit='delete'/>"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("edit 'delete' is none of delete-element, delete-repeated");
        assertThatThrownBy(() -> read("<remedy edit='delete-element' when='('/>"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("when:");
    }
}
