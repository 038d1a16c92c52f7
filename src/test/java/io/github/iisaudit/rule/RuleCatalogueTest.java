package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.config.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCatalogueTest {

    private static final Predicate<String> SECTIONS = Schema.builtIn().paths()::contains;

    @TempDir
    Path folder;

    @Test
    void what_people_read_about_a_rule_is_read_once() throws Exception {
        Rule rule = RuleCatalogue.of(List.of(), section -> true).rules().get(0);
        assertThat(rule.manual().get()).isSameAs(rule.manual().get());
    }

    @Test
    void has_the_rules_of_the_program_in_order_of_their_ids() throws RuleException {
        RuleCatalogue catalogue = RuleCatalogue.of(List.of(), SECTIONS);

        assertThat(catalogue.rules()).extracting(Rule::id).isSorted().contains("kernel-mode-preauth-401");
        assertThat(catalogue.find("kernel-mode-preauth-401")).isPresent();
    }

    @Test
    void suggests_what_may_have_been_meant() throws RuleException {
        RuleCatalogue catalogue = RuleCatalogue.of(List.of(), SECTIONS);

        assertThat(catalogue.find("kernel-mode-preauth")).isEmpty();
        assertThat(catalogue.nearest("kernel-mode-preauth")).contains("kernel-mode-preauth-401");
        assertThat(catalogue.nearest("Section-Loked")).contains("section-locked");
        assertThat(catalogue.nearest("something-else-entirely")).isEmpty();
    }

    @Test
    void adds_the_rules_of_a_users_folder() throws Exception {
        write("our-rule.xml", "our-rule");
        Files.createDirectories(folder.resolve("below"));
        write("below/other-rule.xml", "other-rule");
        Files.writeString(folder.resolve("notes.txt"), "no rule");

        assertThat(RuleCatalogue.of(List.of(folder), SECTIONS).find("our-rule")).isPresent();
        assertThat(RuleCatalogue.ofFolders(List.of(folder), SECTIONS).rules())
                .extracting(Rule::id)
                .containsExactly("our-rule");
    }

    @Test
    void refuses_an_id_that_is_there_already() throws Exception {
        write("kernel-mode-preauth-401.xml", "kernel-mode-preauth-401");

        assertThatThrownBy(() -> RuleCatalogue.of(List.of(folder), SECTIONS))
                .isInstanceOf(RuleException.class)
                .hasMessage(folder.toString().replace('\\', '/')
                        + "/kernel-mode-preauth-401.xml: there is a rule 'kernel-mode-preauth-401' already, in"
                        + " rules/kernel-mode-preauth-401.xml");
    }

    @Test
    void refuses_a_folder_that_is_none() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> RuleCatalogue.of(List.of(missing), SECTIONS))
                .isInstanceOf(RuleException.class)
                .hasMessageEndingWith("missing: no such folder of rules");
    }

    @Test
    void stops_at_a_broken_rule_with_its_line() throws Exception {
        write("our-rule.xml", "our_rule");

        assertThatThrownBy(() -> RuleCatalogue.of(List.of(folder), SECTIONS))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("/our-rule.xml:1:7: id 'our_rule' is not in kebab-case");
    }

    private void write(String file, String id) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "<rule id='" + id + "' severity='note' confidence='low'><title>t</title><flag>self::*</flag>"
                        + "<message>m</message><fix>f</fix><references><ref href='x'>x</ref></references>"
                        + "<examples><bad name='b' marks='x'/><good name='g'/></examples></rule>");
    }
}
