package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That rules find the same whether they look at a document or remember another one. */
class VerdictsTest {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";
    private static final String ON = "<system.webServer><security><authentication>"
            + "<windowsAuthentication enabled='true'/></authentication></security></system.webServer>";

    /** Flags of rules that look at all sorts of things, by what they start from. */
    private static final String[][] CURIOUS = {
        {WINDOWS, "@*"},
        {WINDOWS, "@enabled[. = 'true' and contains(/scope/@path, '/')]"},
        {WINDOWS, "@enabled[iis:same(/scope/@server, 'web01')]"},
        {WINDOWS, "@enabled[iis:is-server('web01') or iis:is-server-host('web02.contoso.com')]"},
        {WINDOWS, "@enabled[/scope/site/binding[starts-with(@bindingInformation, '10.0.0.1')]]"},
        {WINDOWS, "@enabled[iis:is-default(/scope/site/binding/@protocol) or count(/scope/site/binding) = 2]"},
        {WINDOWS, "@enabled[string-length(string(/scope/site/@name)) > 1 and /scope/site/@id > 1]"},
        {WINDOWS, "self::*[@enabled = 'true']/providers/add[position() = last()]"},
        {WINDOWS, "@enabled[count(/scope/*) > 5]"},
        {WINDOWS, "@enabled[contains(iis:host-names(), 'web') or iis:spns() = '']"},
        {WINDOWS, "@enabled[starts-with(iis:account(), 'the')]"},
        {WINDOWS, "@enabled[/scope/virtualDirectory[starts-with(@physicalPath, 'C')]]"},
        {WINDOWS, "@enabled[/scope/applicationPool/processModel[starts-with(@userName, 'CONTOSO')]]"},
        {
            WINDOWS,
            "@enabled[/scope/applicationPool[@managedPipelineMode = 'Classic' or *[@identityType = 'LocalSystem']]]"
        },
        {WINDOWS, "@enabled[../@useKernelMode = 'false' and not(iis:is-default(../@useKernelMode))]"},
        {WINDOWS, "@enabled[/scope/system.web/identity/@impersonate = 'true' or /scope/applicationPool/*/*/@schedule]"},
        {WINDOWS, "@enabled[count(/scope/@*) = 5 and /scope/@kind = 'application']"},
        {WINDOWS, "@enabled[../following::*[@sslFlags = 'Ssl'] or ../preceding::*[@sslFlags = 'Ssl']]"},
        {"", "//binding[@protocol = 'https']"},
        {"", "site/binding/@protocol | applicationPool/processModel/@identityType | application/@applicationPool"},
        {"", "site[binding/@host = 'intranet'] | virtualDirectory/@physicalPath"},
        {"*", "error | unknown"},
        {"*", "error[@kind = 'section-locked' and /scope/@kind != 'server']"},
        {"*", "self::*[@enabled = 'true'] | incomplete"},
        {"*", "@*[iis:is-default(.)][. = 'true']"},
    };

    /** What has to hold of the section, for every third of those about one. */
    private static final String[] CONDITIONS = {
        "@enabled = 'true'",
        "/scope/site/binding/@host != 'x' and iis:windows-logon()",
        "contains(/scope/@path, 'a') or /scope/@server = 'WEB01'"
    };

    private static final String SITE = site("A", "10.0.0.1", "x");

    /** What they say: with names alone, with what is made of names, and with conditions of all sorts. */
    private static final String SAYING =
            "<case when='/scope/site'>{iis:account()} at {/scope/@server} {/scope/@path}</case>"
                    + "<case when=\"/scope/@host = 'real'\">{iis:lower(/scope/@server)} {iis:host-names()}</case>"
                    + "<fix when=\"/scope/applicationPool/@managedPipelineMode = 'Classic'\">{/scope/applicationPool/@name}</fix>"
                    + "<fix>--path \"{/scope/@path}\" on {/scope/@server}</fix>";

    private static final String PLAIN = "<fix>f</fix>";

    /** Those of the program and one of the others, or all of them: rules of one section are remembered together. */
    private static List<Rule> rules(long seed) throws Exception {
        List<Rule> rules = new ArrayList<>(catalogue());
        for (int i = 0; i < CURIOUS.length; i++) {
            if (seed % (CURIOUS.length + 1) == i || seed % (CURIOUS.length + 1) == CURIOUS.length) {
                boolean isConditional = i % 3 == 0 && CURIOUS[i][0].equals(WINDOWS);
                rules.add(rule(
                        "curious-" + i,
                        CURIOUS[i][0],
                        isConditional ? CONDITIONS[i / 3 % CONDITIONS.length] : "",
                        CURIOUS[i][1],
                        i % 2 == 0 ? SAYING : PLAIN));
            }
        }
        return rules;
    }

    private static List<Rule> catalogue() throws Exception {
        return RuleCatalogue.of(List.of(), section -> true).rules();
    }

    private static Rule rule(String id, String section, String flag, String saying) throws Exception {
        return rule(id, section, "", flag, saying);
    }

    private static Rule rule(String id, String section, String when, String flag, String saying) throws Exception {
        String condition = when.isEmpty() ? "" : " when=\"" + when + '"';
        String text = "<rule id='" + id + "' severity='warning' confidence='high' section='" + section
                + "'><title>t</title><flag" + condition + ">" + flag.replace("<", "&lt;") + "</flag>"
                + "<message>{name()} in {/scope/@path}.</message>" + saying
                + "<references><ref href='x'>x</ref></references><examples/></rule>";
        return new RuleReader(it -> true, 0).read(id + ".xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static LongStream seeds() {
        return LongStream.range(0, 2 * (CURIOUS.length + 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void finds_the_same_as_rules_that_look_at_every_document(long seed) throws Exception {
        List<Rule> rules = rules(seed);
        Farm farm = new Farm(rules);
        Host host = seed % 5 == 0 ? Host.DEVELOPMENT : Host.REAL;
        for (ConfigSource server : List.of(
                RandomServer.of(seed, "WEB01", host),
                RandomServer.of(seed, "web02", host),
                RandomServer.of(seed + 100, "a  b", Host.REAL),
                RandomServer.of(seed, "", host))) {
            assertThat(texts(farm.audit(server))).isEqualTo(texts(Farm.alone(rules, server)));
        }
    }

    /** All that findings say, a line each. */
    private static String texts(List<Finding> findings) {
        StringBuilder texts = new StringBuilder();
        for (Finding it : findings) {
            texts.append(it.rule().id())
                    .append(' ')
                    .append(it.severity())
                    .append(' ')
                    .append(it.confidence());
            texts.append(' ')
                    .append(it.place())
                    .append(it.paths())
                    .append(it.message())
                    .append(it.notes());
            texts.append(it.fix())
                    .append(it.via())
                    .append(it.lockedBy())
                    .append(it.anchor())
                    .append('\n');
        }
        return texts.toString();
    }

    @Test
    void looks_once_at_what_two_servers_have_in_common() throws Exception {
        List<Rule> rules = RuleCatalogue.of(List.of(), section -> true).rules();
        Farm farm = new Farm(rules);

        assertThat(farm.audit(RandomServer.of(2, "WEB01", Host.REAL))).isNotEmpty();
        int first = farm.evaluations();
        farm.audit(RandomServer.of(2, "WEB01", Host.REAL));

        assertThat(first).isGreaterThan(10);
        assertThat(farm.evaluations()).isZero();
    }

    @Test
    void names_each_rule_that_shares_a_condition_of_too_many_steps() throws Exception {
        String endless = "//*[//*[//*[//*[//* = 'x']]]]";
        Farm farm = new Farm(List.of(
                rule("a-rule", WINDOWS, endless, "@enabled", PLAIN),
                rule("other-rule", WINDOWS, endless, "@enabled[/scope/site]", PLAIN)));

        assertThat(farm.audit(RandomServer.of(2, "WEB01", Host.REAL))).isEmpty();
        assertThat(farm.stopped()).extracting(StoppedRules.Stopped::rule).containsExactly("a-rule", "other-rule");
    }

    @Test
    void shares_a_verdict_among_sites_that_differ_in_what_no_rule_asks_for() throws Exception {
        Rule rule = rule("a-rule", WINDOWS, "@enabled[/scope/site/binding/@host = 'intranet']", PLAIN);

        assertThat(looks(rule, site("A", "10.0.0.1", "intranet")))
                .isEqualTo(looks(rule, site("A", "10.0.0.1", "intranet"), site("B", "10.0.0.2", "intranet")));
        assertThat(looks(rule, site("A", "10.0.0.1", "intranet"), site("B", "10.0.0.1", "extranet")))
                .isEqualTo(1 + looks(rule, site("A", "10.0.0.1", "intranet")));
    }

    @Test
    void shares_a_verdict_among_sites_whose_addresses_are_asked_for_being_local_only() throws Exception {
        Rule rule = rule("a-rule", WINDOWS, "@enabled[/scope/site/binding[not(iis:is-loopback(.))]]", PLAIN);
        String first = site("A", "10.0.0.1", "intranet");

        assertThat(looks(rule, first, site("B", "10.0.0.2", "extranet"))).isEqualTo(looks(rule, first));
        assertThat(looks(rule, first, site("B", "127.0.0.1", "intranet"))).isEqualTo(1 + looks(rule, first));
    }

    @Test
    void shares_that_nothing_is_found_among_files_that_write_the_same_value_in_other_places() throws Exception {
        Farm farm = new Farm(List.of(rule("a-rule", WINDOWS, "@enabled[. = 'false']", PLAIN)));

        assertThat(farm.audit(opening("WEB01", "<configuration>", SITE))).isEmpty();
        assertThat(farm.audit(opening("WEB02", "<configuration><!-- one line -->\n", SITE)))
                .isEmpty();
        assertThat(farm.evaluations()).isZero();
    }

    @Test
    void shares_that_nothing_is_found_among_pools_that_differ_in_what_no_rule_asks_for() throws Exception {
        Rule rule = rule("a-rule", WINDOWS, "@enabled[/scope/applicationPool/processModel/@userName = 'me']", PLAIN);
        Farm farm = new Farm(List.of(rule));

        assertThat(farm.audit(pooled("WEB01", "autoStart='true'"))).isEmpty();
        assertThat(farm.audit(pooled("WEB02", "autoStart='false'"))).isEmpty();
        assertThat(farm.evaluations()).isZero();
    }

    @Test
    void tells_sites_apart_whose_addresses_a_rule_asks_for() throws Exception {
        Rule rule =
                rule("a-rule", WINDOWS, "@enabled[contains(/scope/site/binding/@bindingInformation, '.2:')]", PLAIN);

        List<Finding> findings =
                new Farm(List.of(rule)).audit(server("WEB01", site("A", "10.0.0.1", "x"), site("B", "10.0.0.2", "x")));

        assertThat(findings)
                .singleElement()
                .satisfies(it -> assertThat(it.paths()).containsExactly("B"));
    }

    @Test
    void tells_sites_apart_whose_places_are_shown() throws Exception {
        Rule rule = rule("a-rule", "", "site/binding/@protocol", PLAIN);

        assertThat(new Farm(List.of(rule))
                        .audit(server("WEB01", site("A", "10.0.0.1", "x"), site("B", "10.0.0.1", "x"))))
                .hasSize(2);
    }

    @Test
    void shows_what_nobody_wrote_or_declared_in_the_file_of_each_server() throws Exception {
        Rule rule = rule("a-rule", "system.web/identity", "@impersonate", PLAIN);
        Farm farm = new Farm(List.of(rule));
        ConfigSource ignoring = opening("WEB02", "<configuration><!-- iisaudit:ignore a-rule known -->", SITE);

        assertThat(farm.audit(server("WEB01", SITE)))
                .singleElement()
                .satisfies(it -> assertThat(it.isSuppressed()).isFalse());
        assertThat(farm.audit(ignoring)).singleElement().satisfies(it -> {
            assertThat(it.isSuppressed()).isTrue();
            assertThat(it.place().lineText()).contains("known");
        });
        assertThat(farm.evaluations()).isZero();
    }

    @Test
    void asks_each_server_for_its_name_where_a_condition_does() throws Exception {
        Rule rule = rule("a-rule", WINDOWS, "@enabled[iis:same(/scope/@server, 'web02')]", PLAIN);
        Farm farm = new Farm(List.of(rule));

        assertThat(farm.audit(server("WEB01", site("A", "10.0.0.1", "x")))).isEmpty();
        assertThat(farm.audit(server("WEB02", site("A", "10.0.0.1", "x")))).hasSize(1);
    }

    @Test
    void asks_each_server_for_its_name_where_others_are_compared_with_it() throws Exception {
        String flag = "@enabled[iis:is-server('web03') or iis:is-server-host(/scope/site/binding/@host)]";
        Farm farm = new Farm(List.of(rule("a-rule", WINDOWS, flag, PLAIN)));
        String site = site("A", "10.0.0.1", "web04.contoso.com");

        assertThat(farm.audit(server("WEB01", site))).isEmpty();
        assertThat(farm.audit(server("WEB02", site))).isEmpty();
        assertThat(farm.audit(server("WEB03", site))).hasSize(1);
        assertThat(farm.audit(server("WEB04", site))).hasSize(1);
    }

    @Test
    void fills_the_names_of_servers_and_paths_in_where_only_texts_tell_them() throws Exception {
        String fix = "<fix>at  {/scope/@server} on \"{/scope/@path}\"</fix>";
        String account = "<case when='true()'>{iis:account()} runs {/scope/@path}</case>";
        Rule plain = rule("a-rule", WINDOWS, "@enabled", account + fix);
        Farm farm = new Farm(List.of(plain));

        Finding first = farm.audit(server("WEB01", site("A", "10.0.0.1", "x"))).get(0);
        assertThat(farm.evaluations()).isPositive();
        Finding second = farm.audit(server("a  b", site("A", "10.0.0.1", "x"))).get(0);
        assertThat(farm.evaluations()).isZero();

        assertThat(first.fix()).isEqualTo("at WEB01 on \"\"");
        assertThat(second.fix()).isEqualTo("at a b on \"\"");
        assertThat(first.notes()).contains(new Finding.Note("the computer account WEB01$ runs A", List.of("A")));
        assertThat(second.notes()).contains(new Finding.Note("the computer account a b$ runs A", List.of("A")));
    }

    /** A server whose pool says something. */
    private static ConfigSource pooled(String name, String attributes) {
        String host = new ExampleServer().files().get(ExampleServer.HOST_FILE);
        String pools = "<applicationPools><add name='Pool' " + attributes + "/></applicationPools>";
        String pooled = host.replaceAll("(?s)<applicationPools>\n.*</applicationPools>", pools);
        return new NamedSource(name, Host.REAL, Map.of(ExampleServer.HOST_FILE, pooled));
    }

    private static int looks(Rule rule, String... sites) {
        Farm farm = new Farm(List.of(rule));
        farm.audit(server("WEB01", sites));
        return farm.evaluations();
    }

    private static ConfigSource server(String name, String... sites) {
        return opening(name, "<configuration>", sites);
    }

    /** A server whose applicationHost.config begins with something. */
    private static ConfigSource opening(String name, String start, String... sites) {
        String host = new ExampleServer().files().get(ExampleServer.HOST_FILE);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                ExampleServer.HOST_FILE,
                host.replaceAll("(?s)<sites>.*</sites>", "<sites>" + String.join("\n", sites) + "</sites>")
                        .replace("<configuration>", start)
                        .replace("\n</configuration>", ON + "\n</configuration>"));
        return new NamedSource(name, Host.REAL, files);
    }

    private static String site(String name, String address, String host) {
        return "<site name='" + name + "'><application path='/' applicationPool='Pool'/><bindings><binding"
                + " protocol='http' bindingInformation='" + address + ":80:" + host + "'/></bindings></site>";
    }
}
