package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

    @Test
    void reads_thousands_of_comments_in_no_time() throws Exception {
        StringBuilder xml = new StringBuilder("<configuration>\n");
        for (int i = 0; i < 5_000; i++) {
            xml.append("<!-- iisaudit:ignore the-rule r -->\n");
        }
        for (int i = 0; i < 5_000; i++) {
            xml.append("<bad bad='1'/> <!-- iisaudit:ignore the-rule r -->\n");
        }
        LocatedElement root = Documents.written("web.config", xml + "</configuration>");

        long start = System.nanoTime();
        List<IgnoreComment> comments = IgnoreComments.of(root);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(comments).hasSize(10_000);
        assertThat(comments.get(0).suppresses("the-rule", 5_002)).isTrue();
        assertThat(comments.get(9_999).suppresses("the-rule", 10_001)).isTrue();
        assertThat(comments.get(9_999).suppresses("the-rule", 10_000)).isFalse();
    }

    @Test
    void a_comment_is_about_the_next_line() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignore the-rule why -->
                  <x bad="1"/>
                  <x bad="2"/>
                </configuration>""")).containsExactly("3: why");
    }

    @Test
    void a_comment_beside_something_is_about_its_own_line_only() {
        assertThat(suppressed("""
                <configuration>
                  <x bad="1"/> <!-- iisaudit:ignore the-rule after -->
                  <x bad="2"/>
                  <!-- iisaudit:ignore the-rule before --> <x bad="3"/>
                  <x bad="4"/>
                </configuration>""")).containsExactly("2: after", "4: before");
    }

    @Test
    void a_comment_before_the_root_element_is_about_the_whole_file() {
        assertThat(suppressed("""
                <?xml version="1.0"?>
                <!-- iisaudit:ignore the-rule everywhere -->

                <configuration>
                  <x bad="1"/>
                  <x bad="2"/> <!-- iisaudit:ignore the-rule here -->
                </configuration>""")).containsExactly("5: everywhere", "6: here");
    }

    @Test
    void a_comment_at_the_top_of_the_root_element_is_like_any_other() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignore the-rule why -->
                  <y/>
                  <x bad="1"/>
                </configuration>
                <!-- iisaudit:ignore the-rule after all -->""")).isEmpty();
    }

    @Test
    void a_start_tag_of_several_lines_counts_whole() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignore the-rule before -->
                  <x
                    bad="1"
                    other="> not the end">
                    <x bad="2"/>
                  </x>
                  <x
                    bad="3"
                    /> <!-- iisaudit:ignore the-rule after -->
                </configuration>""")).containsExactly("4: before", "9: after");
    }

    @Test
    void comments_can_be_stacked() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignore the-rule first -->
                  <!-- iisaudit:ignore other-rule second -->
                  <!-- of several
                       lines --> <!-- and another -->
                  <x bad="1"/>
                  <!-- iisaudit:ignore the-rule an empty line follows -->

                  <x bad="2"/>
                </configuration>""")).containsExactly("6: first");
    }

    @Test
    void a_comment_may_name_several_rules_and_go_over_several_lines() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignore other-rule , the-rule: one
                       reason	for both -->
                  <x bad="1"/>
                </configuration>""")).containsExactly("4: one reason for both");
    }

    @Test
    void line_ends_of_windows_change_nothing() {
        assertThat(suppressed(
                        "<configuration>\r\n  <!-- iisaudit:ignore the-rule\r\n  why -->\r\n  <x\r\n bad='1'/>\r\n"
                                + "</configuration>"))
                .containsExactly("5: why");
    }

    @Test
    void what_only_looks_like_it_suppresses_nothing() {
        assertThat(suppressed("""
                <configuration>
                  <!-- iisaudit:ignored the-rule why --> <x bad="1"/>
                  <!-- see iisaudit:ignore the-rule why --> <x bad="2"/>
                  <!-- iisaudit:ignore The-Rule why --> <x bad="3"/>
                  <!-- iisaudit:ignore --> <x bad="4"/>
                  <y><![CDATA[<!-- iisaudit:ignore the-rule why -->]]></y> <x bad="5"/>
                </configuration>""")).isEmpty();
    }

    @Test
    void very_many_rules_in_one_comment_are_no_trouble() {
        String ids = "a-rule, ".repeat(100_000);

        assertThat(suppressed(
                        "<configuration><!-- iisaudit:ignore " + ids + "the-rule why --><x bad='1'/></configuration>"))
                .containsExactly("1: why");
    }

    @Test
    void the_state_of_each_named_rule_is_known() {
        String comment = "<!-- iisaudit:ignore the-rule, quiet-rule, skipped-rule, the-ruel, nothing-like-it why -->";
        String file = "<configuration>" + comment + "<x bad='1'/></configuration>";

        assertThat(states(file, List.of("Site"), true))
                .containsExactly(
                        "the-rule used",
                        "quiet-rule unused",
                        "skipped-rule not-run",
                        "the-ruel unknown the-rule",
                        "nothing-like-it unknown");
    }

    @Test
    void a_comment_in_the_servers_file_may_be_meant_for_paths_that_are_not_checked() {
        String file = "<configuration><!-- iisaudit:ignore quiet-rule why --></configuration>";

        assertThat(states(file, List.of(""), false)).containsExactly("quiet-rule not-run");
        assertThat(states(file, List.of(""), true)).containsExactly("quiet-rule unused");
        assertThat(states(file, List.of("Site"), false)).containsExactly("quiet-rule unused");
    }

    @Test
    void findings_about_suppressions_are_not_suppressed() {
        String file = "<!-- iisaudit:ignore state-rule why --><configuration/>";

        assertThat(states(file, List.of("Site"), true)).containsExactly("state-rule unused");
    }

    @Test
    void findings_can_be_asked_for_twice() throws RuleException {
        Checker checker = new Checker(List.of(rule("the-rule", "file", "//@bad")), "S", "r");
        checker.check(file("<configuration><!-- iisaudit:ignore the-rule why --><x bad='1'/></configuration>"));

        assertThat(checker.findings()).isEqualTo(checker.findings()).hasSize(1);
    }

    @Test
    void the_findings_in_a_file_that_configSource_names_are_suppressed_there() throws RuleException {
        var access = Documents.find(
                Documents.written(
                        "access.config", "<x><!-- iisaudit:ignore a-rule why --><access sslFlags='None'/></x>"),
                "access");

        Finding finding = OneSection.only(
                OneSection.rule("@sslFlags", ""), OneSection.scope("Site", Documents.element("access", access)));

        assertThat(finding.isSuppressed()).isTrue();
    }

    /** Line and reason of the findings of {@code the-rule}, which finds every attribute {@code bad}, if suppressed. */
    private static List<String> suppressed(String text) {
        try {
            Checker checker = new Checker(List.of(rule("the-rule", "file", "//@bad")), "S", "r");
            checker.check(file(text));
            return checker.findings().stream()
                    .filter(Finding::isSuppressed)
                    .map(f -> f.place().line() + ": " + f.suppression().reason())
                    .toList();
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Id, state and nearest of the rules that the comments of a file name. */
    private static List<String> states(String text, List<String> paths, boolean isWholeServer) {
        try {
            List<Rule> rules = List.of(
                    rule("the-rule", "file", "//@bad"),
                    rule("quiet-rule", "file", "//@worse"),
                    rule("state-rule", "suppression", "rule"));
            Suppressions suppressions =
                    new Suppressions(List.of("the-rule", "quiet-rule", "state-rule", "skipped-rule"), isWholeServer);
            Checker checker = new Checker(rules, suppressions, "S", "r");
            checker.check(new WrittenFile("web.config", Documents.written("web.config", text), paths));
            return checker.findings().stream()
                    .filter(f -> f.rule().id().equals("state-rule"))
                    .map(Finding::message)
                    .toList();
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WrittenFile file(String text) {
        return new WrittenFile("web.config", Documents.written("web.config", text), List.of("Site"));
    }

    private static Rule rule(String id, String scope, String flag) throws RuleException {
        String text =
                "<rule id='" + id + "' severity='warning' confidence='high' scope='" + scope + "'><title>t</title>"
                        + "<flag>" + flag + "</flag><message>{@id} {@state} {@nearest}</message>"
                        + "<fix>f</fix><references><ref href='x'>x</ref></references><examples/></rule>";
        return new RuleReader(section -> true, 0).read(id + ".xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
