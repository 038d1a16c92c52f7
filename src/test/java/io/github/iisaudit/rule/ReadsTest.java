package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xpath.PathsRead;
import org.junit.jupiter.api.Test;

class ReadsTest {

    private static final String WEB = "system.webServer/security/";

    @Test
    void are_the_section_and_what_its_xpaths_step_to() throws Exception {
        assertThat(reads("@sslFlags", "/scope/system.web/identity/@impersonate = 'true'"))
                .containsExactlyInAnyOrder(
                        WEB + "access", WEB + "access/@sslFlags", "system.web/identity/@impersonate");
        assertThat(reads("self::*[../authentication/basicAuthentication/@enabled = 'true']", "true()"))
                .containsExactlyInAnyOrder(WEB + "access", WEB + "authentication/basicAuthentication/@enabled");
        assertThat(reads("@sslFlags", "../../ipSecurity/add")).contains(WEB + "ipSecurity/add");
        assertThat(reads("@sslFlags", "(/scope/a/b | /scope/a/c)[1]/@x")).contains("a/b", "a/c");
        assertThat(reads("@sslFlags", "string-length(../../../handlers) > 1")).contains("system.webServer/handlers");
    }

    @Test
    void are_the_facts_beside_the_sections() throws Exception {
        assertThat(reads("self::*[/scope/@kind != 'server']", "/scope/applicationPool/@name = 'x'"))
                .containsExactlyInAnyOrder(WEB + "access", "@kind", "applicationPool/@name");
        assertThat(reads("self::*", "/scope/site/binding[@host = 'x'] or /scope/applicationPool/*/@userName = 'y'"))
                .containsExactlyInAnyOrder(WEB + "access", "site/binding", "site/binding/@host", "applicationPool/**");
    }

    @Test
    void are_what_functions_look_at() throws Exception {
        assertThat(reads("self::*", "iis:is-server('x') or iis:spns() = 'y'"))
                .containsExactlyInAnyOrder(WEB + "access", "@computer", "site/binding/@host", "site/binding/@protocol");
        assertThat(reads("self::*", "iis:account() = 'x'"))
                .contains("@computer", "applicationPool/processModel/@identityType");
        assertThat(reads("self::*", "iis:has-site('x')")).isEqualTo(PathsRead.EVERYTHING);
    }

    @Test
    void are_no_names_that_are_only_filled_in() throws Exception {
        assertThat(OneSection.rule("self::*", "<case when='true()'>{/scope/@path} {/scope/@server}</case>")
                        .reads()
                        .all())
                .containsExactly(WEB + "access");
        assertThat(OneSection.rule("self::*", "<case when='true()'>{concat(/scope/@path, '')}</case>")
                        .reads()
                        .all())
                .containsExactlyInAnyOrder(WEB + "access", "@path");
        assertThat(OneSection.rule("self::*", "<case when='true()'>{iis:account()}</case>")
                        .reads()
                        .all())
                .contains("applicationPool/processModel/@userName")
                .doesNotContain("@computer");
    }

    @Test
    void are_everything_where_steps_do_not_tell() throws Exception {
        for (String when : new String[] {
            "//x",
            "/scope/*",
            "/",
            "string(/scope) != ''",
            "ancestor::*[@x]",
            "../../../../*/@x",
            "following::x",
            "../../../*[2]",
            "/scope/node()/x"
        }) {
            assertThat(touch(reads("@sslFlags", when), "system.web/other") || when.startsWith("../../../*"))
                    .as(when)
                    .isTrue();
        }
    }

    @Test
    void are_troubles_for_rules_about_errors_which_are_always_there() throws Exception {
        Rule rule = OneSection.rule(
                "error[@kind = 'x']",
                "<case when='../error/@code = /scope/@path' severity='note'/>",
                "<fix>f</fix>",
                "section='*'");
        assertThat(rule.reads().all()).containsExactlyInAnyOrder(PathsRead.TROUBLES, "@path");
        assertThat(OneSection.rule("self::*[error]", "", "<fix>f</fix>", "section='*'")
                        .reads()
                        .all())
                .isEqualTo(PathsRead.EVERYTHING);
        assertThat(OneSection.rule("error[../../x]", "", "<fix>f</fix>", "section='*'")
                        .reads()
                        .all())
                .isEqualTo(PathsRead.EVERYTHING);
    }

    @Test
    void touch_sections_above_and_below() {
        var paths = java.util.Set.of("system.web/a/b");

        assertThat(touch(paths, "system.web/a/b")).isTrue();
        assertThat(touch(paths, "system.web/a")).isTrue();
        assertThat(touch(paths, "system.web/a/b/c")).isTrue();
        assertThat(touch(paths, "system.web/a/bc")).isFalse();
        assertThat(touch(paths, "system.webServer")).isFalse();
        assertThat(touch(PathsRead.EVERYTHING, "x")).isTrue();
    }

    private static boolean touch(java.util.Set<String> paths, String section) {
        SectionPaths sections = new SectionPaths(java.util.Set.of(section));
        return paths.stream().anyMatch(path -> !sections.touched(path).isEmpty());
    }

    private static java.util.Set<String> reads(String flag, String when) throws Exception {
        String escaped = when.replace("<", "&lt;").replace("\"", "&quot;");
        return OneSection.rule(flag, "<case when=\"" + escaped + "\" severity='note'/>")
                .reads()
                .all();
    }
}
