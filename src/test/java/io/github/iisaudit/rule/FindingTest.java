package io.github.iisaudit.rule;

import static io.github.iisaudit.rule.OneSection.HOST;
import static io.github.iisaudit.rule.OneSection.ROOT;
import static io.github.iisaudit.rule.OneSection.access;
import static io.github.iisaudit.rule.OneSection.findings;
import static io.github.iisaudit.rule.OneSection.only;
import static io.github.iisaudit.rule.OneSection.rule;
import static io.github.iisaudit.rule.OneSection.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void points_at_what_was_written() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope("Site", access()));

        assertThat(finding.place().file()).isEqualTo("inetsrv/applicationHost.config");
        assertThat(finding.place().line()).isEqualTo(4);
        assertThat(finding.place().column()).isEqualTo(15);
        assertThat(finding.place().endColumn()).isEqualTo(30);
        assertThat(finding.message()).isEqualTo("It is None.");
        assertThat(finding.place().label()).isEmpty();
        assertThat(finding.server()).isEqualTo("WEB01");
        assertThat(finding.root()).isEqualTo("root");
    }

    @Test
    void points_at_the_nearest_written_element_for_a_default() throws Exception {
        Finding finding = only(rule("@negotiate", ""), scope("Site", access()));

        assertThat(finding.place().column()).isEqualTo(7);
        assertThat(finding.place().endColumn()).isEqualTo(14);
        assertThat(finding.place().label()).isEqualTo("negotiate is not written anywhere: true by default");
    }

    @Test
    void shows_a_node_without_place_at_the_element_around_it() throws Exception {
        EffectiveElement access = access();
        access.add(new EffectiveElement("unknown", null));
        access.element("unknown").add(new EffectiveAttribute("reason", "x", null));

        assertThat(only(rule("unknown/@reason", ""), scope("Site", access))
                        .place()
                        .column())
                .isEqualTo(7);
    }

    @Test
    void says_nothing_of_what_nobody_wrote() throws Exception {
        assertThat(findings(rule("@none", ""), scope("Site", new EffectiveElement("access", null))))
                .isEmpty();
    }

    @Test
    void tells_what_was_overridden() throws Exception {
        LocatedElement written = Documents.find(ROOT, "access");
        LocatedAttribute attribute = (LocatedAttribute) written.attribute("sslFlags");
        LocatedElement other = Documents.find(
                Documents.written(
                        "applicationHost.config", "<configuration>\n<access sslFlags='Ssl' /></configuration>"),
                "access");
        Origin.Written before = new Origin.Written(other, (LocatedAttribute) other.attribute("sslFlags"), "Ssl", null);
        EffectiveElement access = new EffectiveElement("access", null);
        access.add(new EffectiveAttribute("sslFlags", "None", new Origin.Written(written, attribute, "None", before)));

        Finding finding = only(rule("@sslFlags", ""), scope("Site", access));

        assertThat(finding.via()).singleElement().satisfies(via -> {
            assertThat(via.message()).isEqualTo("was Ssl for the server");
            assertThat(via.place().line()).isEqualTo(2);
        });
    }

    @Test
    void never_shows_a_password() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope("Site", access()));

        assertThat(finding.place().lineText()).isEqualTo("      <access sslFlags=\"None\" password=\"******\" />");
        assertThat(finding.toString().replace(finding.rule().toString(), "")).doesNotContain("secret");
    }

    @Test
    void keeps_the_fingerprint_when_lines_move_and_change_their_indentation() throws Exception {
        String moved = HOST.replace("<configuration>", "<configuration>\n<!-- new -->\n")
                .replace("      <access", "\t<access");

        String before = fingerprint(HOST);
        assertThat(before).matches("[0-9a-f]{16}");
        assertThat(fingerprint(moved)).isEqualTo(before);
        assertThat(fingerprint(HOST.replace("path=\"Site\"", "path=\"Other\""))).isNotEqualTo(before);
    }

    @Test
    void gives_each_finding_a_fingerprint_of_its_own() throws Exception {
        Rule rule = rule("//access", "", "<fix>f</fix>", "scope='file'");
        String twice = "<configuration><access/><access/></configuration>";

        Checker checker = new Checker(List.of(rule), "WEB01", "root");
        checker.check(new WrittenFile("web.config", Documents.written("web.config", twice), List.of("Site")));

        assertThat(checker.findings())
                .hasSize(2)
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void names_its_place() throws Exception {
        Finding finding = only(rule("@sslFlags", ""), scope("Site", access()));

        assertThat(finding.anchor()).endsWith("access/@sslFlags");
        assertThat(Fingerprint.of(finding.rule().id(), "elsewhere/applicationHost.config", finding.anchor()))
                .isEqualTo(finding.fingerprint());
    }

    private static String fingerprint(String host) throws Exception {
        LocatedElement access = Documents.find(Documents.written("a/applicationHost.config", host), "access");
        return only(rule("@sslFlags", ""), scope("Site", Documents.element("access", access)))
                .fingerprint();
    }
}
