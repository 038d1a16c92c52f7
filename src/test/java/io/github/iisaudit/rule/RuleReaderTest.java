package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReaderTest {

    private static final String RULE = """
            <rule id="good-name" severity="warning" confidence="high" section="system.webServer/security/access">
              <title>something is
                wrong</title>
              <flag>@sslFlags[. = 'None']</flag>
              <label>here</label>
              <message>It is {.}.</message>
              <case when="../@x" severity="error" confidence="low">more</case>
              <fix when="../@y">first</fix>
              <fix>second</fix>
              <rationale>
                One
                paragraph.

                Another.
              </rationale>
              <remediation>
                Do this. <appcmd>
                  appcmd a ^
                    /b
                </appcmd>
                Then that.
                <config><![CDATA[<x/>]]></config>
              </remediation>
              <references>
                <ref href="https://example.com">a page</ref>
              </references>
              <examples>
                <bad name="b1" marks="x"><web path="/app/sub"><configuration/></web></bad>
                <bad name="b2" marks="x"><pool><add name="P"/></pool><host><!-- h --></host></bad>
                <good name="g1"><file path="D/x.config"><![CDATA[<broken]]></file></good>
                <good name="g2"/>
              </examples>
            </rule>
            """;

    @Test
    void reads_all_of_a_rule() throws RuleException {
        Rule rule = read("rules/good-name.xml", RULE, 2);

        assertThat(rule.id()).isEqualTo("good-name");
        assertThat(rule.severity()).isEqualTo(Severity.WARNING);
        assertThat(rule.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(rule.section()).isEqualTo("system.webServer/security/access");
        assertThat(rule.subject()).isEqualTo(Rule.Subject.PATH);
        assertThat(rule.title()).isEqualTo("something is wrong");
        assertThat(rule.when()).isEmpty();
        assertThat(rule.flag()).hasToString("@sslFlags[. = 'None']");
        assertThat(rule.file()).isEqualTo("rules/good-name.xml");
        assertThat(rule.cases()).singleElement().satisfies(it -> {
            assertThat(it.severity()).contains(Severity.ERROR);
            assertThat(it.confidence()).contains(Confidence.LOW);
        });
        assertThat(rule.fixes()).extracting(fix -> fix.when().isPresent()).containsExactly(true, false);
    }

    @Test
    void reads_the_documentation_as_people_read_it() throws RuleException {
        Rule.Documentation documentation = read("good-name.xml", RULE, 2).documentation();

        assertThat(documentation.rationale()).isEqualTo("One paragraph.\n\nAnother.");
        assertThat(documentation.affected()).isEmpty();
        assertThat(documentation.remediation()).isEqualTo("Do this.\n\nThen that.");
        assertThat(documentation.snippets())
                .containsExactly(new Rule.Snippet("appcmd", "appcmd a ^\n  /b"), new Rule.Snippet("config", "<x/>"));
        assertThat(documentation.references()).containsExactly(new Rule.Reference("a page", "https://example.com"));
    }

    @Test
    void puts_the_parts_of_examples_in_their_files() throws RuleException {
        List<Rule.Example> examples = read("good-name.xml", RULE, 2).examples();

        assertThat(examples).extracting(Rule.Example::isBad).containsExactly(true, true, false, false);
        assertThat(examples.get(0).files()).containsEntry("C/app/sub/web.config", "<configuration/>");
        assertThat(examples.get(0).text()).isEqualTo("<web path=\"/app/sub\"><configuration/></web>");
        assertThat(examples.get(1).files().get("applicationHost.config"))
                .contains("<add name=\"P\"/>", "<!-- h -->")
                .doesNotContain("<add name=\"Pool\"/>");
        assertThat(examples.get(2).files()).containsEntry("D/x.config", "<broken");
        assertThat(examples.get(3).files()).containsOnlyKeys("applicationHost.config");
        assertThat(examples.get(3).files().get("applicationHost.config"))
                .contains("<add name=\"Pool\"/>", "bindingInformation=\"*:80:\"");
    }

    @Test
    void says_where_and_why_a_file_is_refused() {
        refuses("<rule", "<rule x=\"1\"", "x.xml:1:7: unknown attribute 'x'", "x.xml");
        refuses("<title>", "<titel/><title>", "2:3: unknown element <titel>; did you mean title?");
        refuses(" id=\"good-name\"", "", "1:1: <rule> has no id");
        refuses("good-name", "other-name", "1:7: id 'other-name' is unlike the name of the file");
        refuses("good-name", "Good_Name", "1:7: id 'Good_Name' is not in kebab-case", "Good_Name.xml");
        refuses("good-name", "401-name", "1:7: id '401-name' is not in kebab-case", "401-name.xml");
        refuses("good-name", "good--name", "1:7: id 'good--name' is not in kebab-case", "good--name.xml");
        refuses("good-name", "good", "1:7: id 'good' is not in kebab-case", "good.xml");
        refuses(" severity=\"warning\"", "", "1:1: <rule> has no severity");
        refuses("\"warning\"", "\"bad\"", "1:22: severity 'bad' is none of error, warning, note");
        refuses("\"warning\"", "\"Warning\"", "1:22: severity 'Warning' is none of");
        refuses("\"high\"", "\"1\"", "1:41: confidence '1' is none of high, medium, low");
        refuses("security/access", "security/acces", "1:59: unknown section 'system.webServer/security/acces'");
        refuses("section=\"", "scope=\"file\" section=\"x", "1:72: unknown section 'xsystem");
        refuses("section=", "scope=\"page\" section=", "1:59: scope 'page' is unknown");
        refuses(
                "section=",
                "scope=\"suppression\" section=",
                "1:79: unknown section 'system.webServer/security/access'");
        refuses("<flag>", "<flag if=\"@x\">", "4:9: unknown attribute 'if'");
        refuses(
                "security/access\">\n  <title>something is\n    wrong</title>\n  <flag>",
                "security/access\" scope=\"file\">\n  <title>something is\n    wrong</title>\n  <flag when=\"@x\">",
                "4:9: unknown attribute 'when'");
        refuses("</rule>", "", "the file ends");
        refuses("<rule", "<rules", "1:1:", "good-name.xml", "</rule>", "</rules>");
    }

    @Test
    void says_which_xpath_cannot_be_used() {
        refuses("@sslFlags[. = 'None']", "((a b)", "4:3: <flag>: 'b' unexpected at character 5");
        refuses("@sslFlags[. = 'None']", "'text'", "4:3: <flag>: must select nodes");
        refuses("<flag>@sslFlags[. = 'None']</flag>", "", "1:1: <rule> has no <flag>");
        refuses("{.}", "{document('x')}", "6:3: <message>: unknown function document()");
        refuses("{.}", "{iis:lowr(.)}", "6:3: <message>: unknown function iis:lowr(); did you mean iis:lower?");
        refuses("{.}", "{.", "6:3: <message>: '{' without '}'");
        refuses("\"../@x\"", "\"$x\"", "7:9: when: there are no variables: $x");
        refuses("\"../@y\"", "\"\"", "8:3: <fix> has no when");
        refuses("<flag>", "<flag when=\"$x\">", "4:9: when: there are no variables: $x");
    }

    @Test
    void says_what_is_missing_or_there_twice() {
        refuses("<title>something is\n    wrong</title>", "", "1:1: <rule> has no <title>");
        refuses("something is\n    wrong", " ", "2:3: <title> is empty");
        refuses("<message>It is {.}.</message>", "", "1:1: <rule> has no <message>");
        refuses("<message>", "<message>a</message><message>", "6:23: a second <message>");
        refuses("<fix when=\"../@y\">first</fix>\n  <fix>second</fix>", "", "1:1: <rule> has no <fix>");
        refuses("<ref href=\"https://example.com\">a page</ref>", "", "24:3: <references> has no <ref>");
        refuses(" href=\"https://example.com\"", "", "25:5: <ref> has no href");
        refuses(" severity=\"error\" confidence=\"low\">more", ">", "7:3: <case> says nothing and changes nothing");
    }

    @Test
    void says_which_example_cannot_be_used() {
        refuses(" name=\"b2\" marks=\"x\"", " name=\"b2\"", "29:5: <bad> has no marks");
        refuses("name=\"g2\"", "name=\"g2\" marks=\"x\"", "31:21: unknown attribute 'marks'");
        refuses("name=\"g2\"", "name=\"b1\"", "31:11: a second example 'b1'");
        refuses("<good name=\"g2\"/>", "", "27:3: at least 2 <good> expected, not 1");
        refuses("path=\"/app/sub\"", "path=\"app\"", "28:35: path 'app' does not begin with '/'");
        refuses("path=\"/app/sub\"", "", "28:30: <web> has no path");
        refuses("<pool>", "<pools/><pool>", "29:30: unknown element <pools>; did you mean pool?");
    }

    @Test
    void users_need_one_example_of_each_kind_only() throws RuleException {
        String one = RULE.replace("<good name=\"g2\"/>", "").replaceAll("<bad name=\"b2\".*", "");

        assertThat(read("good-name.xml", one, 1).examples()).hasSize(2);
        assertThatThrownBy(() -> read("good-name.xml", one, 2)).isInstanceOf(RuleException.class);
    }

    @Test
    void lets_editors_link_to_the_schema() throws RuleException {
        String linked = RULE.replace(
                "<rule ",
                "<rule xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:noNamespaceSchemaLocation='rule.xsd' ");

        assertThat(read("good-name.xml", linked, 2).id()).isEqualTo("good-name");
    }

    private static void refuses(String text, String instead, String message) {
        refuses(text, instead, message, "good-name.xml");
    }

    private static void refuses(String text, String instead, String message, String file, String... more) {
        assertThat(RULE).contains(text);
        String changed = RULE.replace(text, instead);
        String rule = more.length == 0 ? changed : changed.replace(more[0], more[1]);
        assertThatThrownBy(() -> read("dir/" + file, rule, 2))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("dir/" + file + ":")
                .hasMessageContaining(message);
    }

    private static Rule read(String file, String text, int examples) throws RuleException {
        RuleReader reader = new RuleReader("system.webServer/security/access"::equals, examples);
        return reader.read(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
