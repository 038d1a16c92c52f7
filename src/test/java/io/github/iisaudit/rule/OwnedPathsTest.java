package io.github.iisaudit.rule;

import static io.github.iisaudit.rule.OneSection.access;
import static io.github.iisaudit.rule.OneSection.only;
import static io.github.iisaudit.rule.OneSection.rule;
import static io.github.iisaudit.rule.OneSection.scope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnedPathsTest {

    private static final String EXCHANGE = "Exchange Back End/EWS";

    @Test
    void the_makers_setting_takes_the_place_of_a_rules_remedy() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope(EXCHANGE, access()));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.fix())
                .startsWith("pool and path belong to Exchange Server")
                .contains("https://learn.microsoft.com/")
                .doesNotContain("do it");
        assertThat(finding.notes()).isEmpty();
    }

    @Test
    void other_paths_of_the_place_keep_theirs_and_the_products_paths_are_named() throws Exception {
        Rule rule = rule("@sslFlags", "", "<fix>do it at {/scope/@path}</fix>");

        Finding finding = only(rule, scope(EXCHANGE, access()), scope("Site", access()));

        assertThat(finding.fix()).isEqualTo("do it at Site");
        assertThat(finding.notes()).singleElement().satisfies(note -> {
            assertThat(note.message()).startsWith("Not here: pool and path belong to Exchange Server");
            assertThat(note.paths()).isEqualTo(List.of(EXCHANGE));
        });
    }

    @Test
    void each_of_several_products_is_named() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope(EXCHANGE, access()), scope("Site/certsrv", access()));

        assertThat(finding.fix()).contains("Exchange Server").contains("Active Directory Certificate Services");
    }

    @Test
    void names_that_are_only_like_a_products_change_nothing() throws Exception {
        assertThat(only(rule("@sslFlags", ""), scope("Exchange Back End 2", access()))
                        .fix())
                .isEqualTo("do it");
    }
}
