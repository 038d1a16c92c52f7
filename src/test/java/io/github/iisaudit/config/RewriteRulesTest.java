package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.unlocked;
import static org.assertj.core.api.Assertions.assertThat;

import org.dom4j.DocumentHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteRulesTest {

    private static final String TO_TLS = "<action type='Redirect' url='https://{HTTP_HOST}/{R:1}'/>";
    private static final String TO_BACK = "<action type='Rewrite' url='http://localhost:5000/{R:1}'/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<conditions><add input='{HTTPS}' pattern='^OFF$'/></conditions>",
                "<conditions logicalGrouping='MatchAny'><add input='{https}' pattern='off' ignoreCase='true'/></conditions>",
                "<conditions><add input='{HTTPS}' pattern='on' negate='True'/></conditions>",
                "<conditions><add input='{SERVER_PORT_SECURE}' pattern='^0$'/></conditions>",
                "<conditions><add input='{SERVER_PORT}' pattern='^443$' negate='true'/></conditions>"
            })
    void sees_a_redirect_of_all_requests_without_tls(String conditions) throws Exception {
        assertThat(rules("<match url='(.*)'/>" + conditions + TO_TLS)).isEqualTo(new RewriteRules("r", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<conditions><add input='{HTTPS}' pattern='on'/></conditions>",
                "<conditions><add input='{HTTPS}' pattern='off' negate='true'/></conditions>",
                "<conditions><add input='{HTTPS}' pattern='off'/><add input='{HTTP_HOST}' pattern='^hr'/></conditions>",
                "<conditions><add input='{HTTP_X_FORWARDED_PROTO}' pattern='http'/></conditions>",
                "<conditions><add input='{HTTPS}' pattern='off' matchType='IsFile'/></conditions>"
            })
    void says_nothing_of_conditions_that_ask_for_more(String conditions) throws Exception {
        assertThat(rules("<match url='(.*)'/>" + conditions + TO_TLS)).isEqualTo(RewriteRules.NONE);
        assertThat(rules("<match url='(.*)'/>" + conditions + TO_BACK)).isEqualTo(RewriteRules.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(.*)", "^(.*)$", ".*", "^.*", "^", "(.*)$"})
    void sees_a_rule_that_sends_all_requests_on(String url) throws Exception {
        assertThat(rules("<match url='" + url + "'/><conditions/>" + TO_BACK)).isEqualTo(new RewriteRules("", "r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^api/(.*)", "(.+)", "*", "", "^$", "(.*).aspx"})
    void says_nothing_of_patterns_for_some_addresses(String url) throws Exception {
        assertThat(rules("<match url='" + url + "'/>" + TO_BACK)).isEqualTo(RewriteRules.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<match url='(.*)' negate='true'/>" + TO_BACK,
                "<match url='(.*)'/><action type='Rewrite' url='index.php/{R:1}'/>",
                "<match url='(.*)'/><action type='Rewrite' url='https://{HTTP_HOST}/{R:1}'/>",
                "<match url='(.*)'/><action type='Redirect' url='http://old/{R:1}'/>",
                "<match url='(.*)'/><action type='CustomResponse' statusCode='403'/>",
                "<match url='(.*)'/>",
                TO_BACK
            })
    void says_nothing_of_others(String parts) throws Exception {
        assertThat(rules(parts)).isEqualTo(RewriteRules.NONE);
    }

    @Test
    void reads_wildcards_as_such_and_passes_over_what_is_off() throws Exception {
        assertThat(section("<rule patternSyntax='Wildcard'><match url='*'/>" + TO_BACK + "</rule>"))
                .isEqualTo(new RewriteRules("", "without a name"));
        assertThat(section("<rule patternSyntax='ExactMatch'><match url='*'/>" + TO_BACK + "</rule>"
                        + "<rule enabled='False'><match url='(.*)'/>" + TO_BACK + "</rule><clear/>"))
                .isEqualTo(RewriteRules.NONE);
    }

    @Test
    void the_nearest_section_and_the_global_rules_count_at_a_path() {
        ServerConfiguration server = unlocked()
                .declaration("<section name='windowsAuthentication'/></sectionGroup></sectionGroup><sectionGroup"
                        + " name='rewrite'><section name='rules'/><section name='globalRules'/></sectionGroup>"
                        + "<sectionGroup name='a'><sectionGroup name='b'>")
                .host(
                        "<system.webServer><rewrite><globalRules><rule name='tls'><match url='.*'/><action type='Redirect'"
                                + " url='https://x/'/></rule></globalRules></rewrite></system.webServer>")
                .web(
                        "C/s",
                        "<system.webServer><rewrite><rules><rule name='back'><match url='.*'/>" + TO_BACK
                                + "</rule></rules></rewrite></system.webServer>")
                .configuration();
        assertThat(server.find("").orElseThrow().document().attributeValue("redirecting"))
                .isEqualTo("tls");
        for (String path : new String[] {"S", "S/a"}) {
            assertThat(server.find(path).orElseThrow().document().attributeValue("redirecting"))
                    .isEqualTo("tls");
            assertThat(server.find(path).orElseThrow().document().attributeValue("forwarding"))
                    .isEqualTo("back");
        }
    }

    private static RewriteRules rules(String parts) throws Exception {
        return section("<remove name='x'/><rule name='r'>" + parts + "</rule>");
    }

    private static RewriteRules section(String rules) throws Exception {
        return RewriteRules.of(
                DocumentHelper.parseText("<rules>" + rules + "</rules>").getRootElement());
    }
}
