package io.github.iisaudit.rule;

import static io.github.iisaudit.rule.OneSection.HOST;
import static io.github.iisaudit.rule.OneSection.ROOT;
import static io.github.iisaudit.rule.OneSection.access;
import static io.github.iisaudit.rule.OneSection.findings;
import static io.github.iisaudit.rule.OneSection.only;
import static io.github.iisaudit.rule.OneSection.rule;
import static io.github.iisaudit.rule.OneSection.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void merges_the_paths_of_one_place_in_order_ignoring_case() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope("b", access()), scope("C", access()), scope("a", access()));

        assertThat(finding.paths()).containsExactly("a", "b", "C");
    }

    @Test
    void groups_the_sentences_that_hold_for_some_paths() throws Exception {
        Rule rule = rule("@sslFlags", "<case when='/scope/@path != \"c\"'>not c</case><case when='true()'>all</case>");

        assertThat(only(rule, scope("a", access()), scope("b", access()), scope("c", access()))
                        .notes())
                .containsExactly(
                        new Finding.Note("not c", List.of("a", "b")), new Finding.Note("all", List.of("a", "b", "c")));
    }

    @Test
    void takes_the_worst_severity_and_the_surest_confidence_of_all_paths() throws Exception {
        Rule rule = rule(
                "@sslFlags",
                "<case when='/scope/@path = \"a\"' severity='error'/>"
                        + "<case when='true()' confidence='low'/>"
                        + "<case when='/scope/@path = \"b\"' confidence='medium'/>");

        Finding finding = only(rule, scope("a", access()), scope("b", access()));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void lets_the_last_case_that_holds_decide() throws Exception {
        Rule rule = rule("@sslFlags", "<case when='true()' severity='error'/><case when='true()' severity='note'/>");

        assertThat(only(rule, scope("a", access())).severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void is_less_sure_where_files_were_not_collected() throws Exception {
        EffectiveElement incomplete = access();
        incomplete.add(new EffectiveElement("incomplete", null));

        Rule rule = rule("@sslFlags", "");
        assertThat(only(rule, scope("a", incomplete)).confidence()).isEqualTo(Confidence.MEDIUM);
        EffectiveElement again = access();
        again.add(new EffectiveElement("incomplete", null));
        assertThat(only(rule, scope("a", again), scope("b", access())).confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void shows_the_first_fix_that_any_path_needs() throws Exception {
        Rule rule = rule("@sslFlags", "", "<fix when='/scope/@path = \"b\"'>careful</fix><fix>simple</fix>");

        assertThat(only(rule, scope("a", access())).fix()).isEqualTo("simple");
        assertThat(only(rule, scope("a", access()), scope("b", access())).fix()).isEqualTo("careful");
    }

    @Test
    void looks_at_written_files_in_and_outside_location_tags() throws Exception {
        Rule rule = rule("@sslFlags", "", "<fix>f</fix>", "scope='file' section='system.webServer/security/access'");
        LocatedElement root = Documents.written(
                "web.config",
                HOST.replace(
                        "</location>",
                        "</location><system.webServer><security><access sslFlags='Ssl'/></security>"
                                + "</system.webServer>"));

        Checker checker = new Checker(List.of(rule), "WEB01", "root");
        checker.check(new WrittenFile("web.config", root, List.of("Site", "Site/app")));

        assertThat(checker.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.paths()).containsExactly("Site", "Site/app"));
    }

    @Test
    void tells_each_server_what_holds_for_it_of_a_file_that_two_share() throws Exception {
        Rule rule =
                rule("@path[iis:lies-in(iis:first-segment(.))]", "", "<fix>f</fix>", "scope='file' section='location'");
        LocatedElement root =
                Documents.written("web.config", "<configuration><x/><location path='B/app'/></configuration>");
        Rule plain = rule("x", "", "<fix>f</fix>", "scope='file' section=''");

        assertThat(inFile(rule, root, "A")).isEmpty();
        assertThat(inFile(rule, root, "B")).hasSize(1);
        assertThat(inFile(plain, root, "A")).hasSize(1);
        assertThat(inFile(plain, root, "B"))
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.paths()).containsExactly("B"));
    }

    private static List<Finding> inFile(Rule rule, LocatedElement root, String site) {
        Checker checker = new Checker(List.of(rule), "WEB01", "root");
        checker.check(new WrittenFile("web.config", root, List.of(site)));
        return checker.findings();
    }

    @Test
    void asks_a_flag_only_where_its_condition_holds_of_the_section() throws Exception {
        String only = "<flag when=\"@password = '***' or /scope/@path = 'Site'\">@sslFlags</flag>";
        Rule rule = conditional(only);

        assertThat(findings(rule, scope("Site", access()))).hasSize(1);
        assertThat(findings(
                        conditional(only.replace("'Site'", "'Other'").replace("'***'", "'x'")),
                        scope("Site", access())))
                .isEmpty();
        assertThat(rule.reads().when()).contains("@path");
        assertThat(rule.reads().flag()).doesNotContain("@path");
    }

    private static Rule conditional(String flag) throws RuleException {
        String text =
                "<rule id='a-rule' severity='warning' confidence='high' section='system.webServer/security/access'>"
                        + "<title>t</title>" + flag + "<message>m</message><fix>f</fix>"
                        + "<references><ref href='x'>x</ref></references><examples/></rule>";
        return new RuleReader(section -> true, 0).read("a-rule.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void visits_every_section_and_what_has_an_error_instead_of_one() throws Exception {
        Rule rule = rule("self::*[@sslFlags or error]/@* | error", "", "<fix>f</fix>", "section='*'");
        LocatedElement written = Documents.find(ROOT, "access");
        EffectiveElement scope = scope("Site", access());
        EffectiveElement handlers = new EffectiveElement("handlers", null);
        handlers.add(new EffectiveElement("error", new Origin.Written(written, null, "access", null)));
        scope.element("system.webServer").add(handlers);

        assertThat(findings(rule, scope)).hasSize(3);
    }

    @Test
    void orders_findings_by_file_line_column_and_rule() throws Exception {
        Rule rule = rule("@* | self::*", "");

        assertThat(findings(rule, scope("Site", access())))
                .extracting(finding -> finding.place().column())
                .containsExactly(7, 15, 31);
    }

    @Test
    void checks_a_file_of_very_many_location_tags_in_no_time() throws Exception {
        StringBuilder xml = new StringBuilder("<configuration><system.applicationHost><sites>");
        for (int i = 0; i < 1_000; i++) {
            xml.append("<site name='S").append(i).append("' id='").append(i + 1).append("'/>");
        }
        xml.append("</sites></system.applicationHost>");
        for (int i = 0; i < 20_000; i++) {
            xml.append("<location path='S")
                    .append(i)
                    .append("/#{a}'><system.webServer><security><authentication>")
                    .append("<windowsAuthentication enabled='true'/><basicAuthentication enabled='#{b}'/>")
                    .append("</authentication></security></system.webServer></location>\n");
        }
        xml.append("<location path='Gone'/></configuration>");
        LocatedElement root = Documents.written("applicationHost.config", xml.toString());
        List<Rule> rules = RuleCatalogue.of(List.of(), section -> true).rules();

        long start = System.nanoTime();
        Checker checker = new Checker(rules, "WEB01", "root");
        checker.check(new WrittenFile("applicationHost.config", root, List.of("")));
        List<Finding> findings = checker.findings();

        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
        assertThat(findings).hasSize(40_001);
    }
}
