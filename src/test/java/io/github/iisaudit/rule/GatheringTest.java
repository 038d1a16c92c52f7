package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

    @Test
    void the_same_words_at_several_places_are_one_finding_with_all_places_and_paths() throws Exception {
        Rule rule = rule("once='server'");

        List<Finding> one = Gathering.of(List.of(
                finding(rule, 3, "fix b", "b", "B/x"), finding(rule, 7, "fix a", "a"), finding(rule, 9, "fix c", "c")));

        assertThat(one).singleElement().satisfies(it -> {
            assertThat(it.place().line()).isEqualTo(3);
            assertThat(it.fingerprint()).isEqualTo("f3");
            assertThat(it.paths()).containsExactly("a", "b", "B/x", "c");
            assertThat(it.notes()).containsExactly(new Note("a note", List.of("a", "b", "B/x", "c")));
            assertThat(it.via())
                    .containsExactly(via(1, "was false"), via(7, "the same for a"), via(9, "the same for c"));
        });
    }

    @Test
    void a_rule_that_does_not_ask_for_it_keeps_its_findings_apart() throws Exception {
        List<Finding> two = List.of(finding(rule(""), 3, "fix", "a"), finding(rule(""), 7, "fix", "b"));

        assertThat(Gathering.of(two)).isEqualTo(two);
    }

    @Test
    void other_severities_words_remedies_and_states_stay_apart() throws Exception {
        Rule rule = rule("once='server'");
        Finding first = finding(rule, 3, "fix", "a");
        List<Finding> all = List.of(
                first,
                finding(rule, 4, "fix", "b").as(Severity.ERROR),
                finding(rule, 5, "another fix", "c"),
                finding(rule, 6, "fix", "d").as(BaselineState.NEW),
                finding(rule, 7, "fix", "e").suppressedBy(new Suppression(Suppression.Kind.COMMENT, "", place(6))),
                finding(rule, 8, "fix", "f").suppressedBy(new Suppression(Suppression.Kind.COMMENT, "", place(7))));

        assertThat(Gathering.of(all)).isEqualTo(all);
    }

    @Test
    void what_one_entry_of_the_settings_suppresses_is_one() throws Exception {
        Rule rule = rule("once='server'");
        Suppression why = new Suppression(Suppression.Kind.SETTINGS, "known", place(1));

        List<Finding> one = Gathering.of(List.of(
                finding(rule, 3, "fix", "a").suppressedBy(why),
                finding(rule, 4, "fix", "b").suppressedBy(why)));

        assertThat(one).singleElement().satisfies(it -> assertThat(it.paths()).containsExactly("a", "b"));
    }

    @Test
    void another_file_is_told_by_itself() throws Exception {
        Rule rule = rule("once='server'");
        List<Finding> two = List.of(
                finding(rule, place("a/web.config", 3), "fix", "a"),
                finding(rule, place("b/web.config", 3), "fix", "b"));

        assertThat(Gathering.of(two)).isEqualTo(two);
    }

    @Test
    void many_paths_of_a_place_are_counted_there_and_listed_in_the_finding() throws Exception {
        Rule rule = rule("once='server'");

        Finding one = Gathering.of(
                        List.of(finding(rule, 3, "fix", "z"), finding(rule, 7, "fix", "a", "b", "c", "d", "e", "f")))
                .get(0);

        assertThat(one.via()).last().isEqualTo(via(7, "the same for a, b, c, d and 2 more"));
        assertThat(one.paths()).hasSize(7);
    }

    private static Rule rule(String once) throws RuleException {
        return OneSection.rule("@sslFlags", "", "<fix>f</fix>", "section='system.webServer/security/access' " + once);
    }

    private static Finding finding(Rule rule, int line, String fix, String... paths) {
        return finding(rule, place(line), fix, paths);
    }

    private static Finding finding(Rule rule, Place place, String fix, String... paths) {
        List<String> all = List.of(paths);
        return new Finding(
                rule,
                Severity.WARNING,
                Confidence.HIGH,
                "words",
                List.of(new Note("a note", all)),
                fix,
                "WEB01",
                "root",
                place,
                all,
                List.of(via(1, "was false")),
                null,
                "f" + place.line(),
                "anchor" + place.line(),
                null,
                BaselineState.NONE,
                Finding.Holds.ALWAYS);
    }

    private static Via via(int line, String message) {
        return new Via(place(line), message);
    }

    private static Place place(int line) {
        return place("web.config", line);
    }

    private static Place place(String file, int line) {
        return new Place(file, line, 1, line, 5, "text", "");
    }
}
