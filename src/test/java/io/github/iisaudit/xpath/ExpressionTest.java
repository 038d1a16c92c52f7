package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's own evaluation of XPaths against jaxen's. */
class ExpressionTest {

    @Test
    void answers_as_jaxen_does_to_random_expressions() throws Exception {
        int compiled = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomXPath random = new RandomXPath(seed);
            Document document = document(random.document(), seed % 2 == 0);
            List<Node> nodes = JaxenOracle.nodes(document);
            for (int i = 0; i < 10; i++) {
                String text = random.expression();
                SafeXPath xpath = SafeXPath.compile(text);
                compiled += isOwn(xpath) ? 1 : 0;
                JaxenOracle oracle = new JaxenOracle(text);
                for (int n = 0; n < nodes.size(); n += 1 + nodes.size() / 5) {
                    oracle.agreesWith(xpath, nodes.get(n), Focus.alone());
                }
            }
        }
        assertThat(compiled).isGreaterThan(ROUNDS * 9);
    }

    /** As the program reads one, or without anything that only its own elements know. */
    private static Document document(String xml, boolean isWritten) throws Exception {
        return isWritten
                ? new XmlReader()
                        .read("x.config", xml.getBytes(StandardCharsets.UTF_8))
                        .getDocument()
                : DocumentHelper.parseText(xml);
    }

    private static final int ROUNDS = Integer.getInteger("iisaudit.rounds", 600);

    private static boolean isOwn(SafeXPath xpath) {
        return !(xpath.expression() instanceof JaxenValue || xpath.expression() instanceof JaxenNodes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@* | */@*",
                "*/@*[2]",
                "@*[last()]",
                "(*/@*)[1]",
                "//@z | //b | /",
                "//b/ancestor::*[1]",
                "(//b)[last()]/preceding-sibling::*",
                "*[position() mod 2 = 1][2]",
                "*/*[1]/..",
                "//text()[normalize-space() != '']",
                "descendant::comment()",
                "descendant-or-self::node()",
                "string(//b[3]/@z) < 5",
                "//@z = //@x",
                "//@z != //@x",
                "//@z < //@x",
                "'3' <= //@z",
                "2 > //@x",
                "true() = //none",
                "//none != false()",
                "count(//b) + sum(//@z) * 2 div 3 mod 2 - -1",
                "-(-(2))",
                "1 div 0",
                "-1 div 0",
                "0 div 0",
                "0.1 + 0.2",
                "12345678901234567890",
                "substring('12345', 1.5, 2.6)",
                "substring('12345', 0, 3)",
                "substring('12345', 0 div 0, 3)",
                "substring('12345', 1, 0 div 0)",
                "substring('12345', -42, 1 div 0)",
                "substring('12345', -1 div 0, 1 div 0)",
                "substring('12345', -1 div 0)",
                "string(round(-0.4))",
                "round(2.5) = 3 and round(-2.5) = -2",
                "translate('bar', 'abc', 'AB')",
                "translate('--aaa--', 'abca-', 'ABCX')",
                "substring('a\uD83D\uDE00b', 2, 1)",
                "string-length('a\uD83D\uDE00b')",
                "translate('a\uD83D\uDE00b', '\uD83D\uDE00', 'x')",
                "normalize-space('  a \t b\n')",
                "name(//@*[namespace-uri() != ''])",
                "local-name(//*[namespace-uri() != ''])",
                "n",
                "*[local-name() = 'n']/@q",
                "@lang",
                "number('+1')",
                "number(' -1. ')",
                "number('1e3')",
                "iis:same('\u0130', 'i\u0307')",
                "iis:same('stra\u00DFe', 'STRASSE')",
                "iis:has(//b/@z, 3)",
                "not(//b[@z > 3]) or //b[@z][@x]",
                "..",
                "/",
                "/a",
                "/b",
                "following-sibling::node()",
                "lang('en')",
                "following::b",
                "namespace::*",
                "//b < true()"
            })
    void answers_as_jaxen_does_to(String text) throws Exception {
        Document document = DocumentHelper.parseText("<a y='2' x='1' xml:lang='en'> <b z='3' x='2'/>t<!--c-->"
                + "<b z='4'><b y='1' z='2' x='5'/><b/></b><n xmlns='urn:n' q='7'/><p:n xmlns:p='urn:p' p:q='8'/></a>");
        SafeXPath xpath = SafeXPath.compile(text);
        JaxenOracle oracle = new JaxenOracle(text);
        for (Node node : JaxenOracle.nodes(document)) {
            oracle.agreesWith(xpath, node, Focus.alone());
        }
    }

    @Test
    void leaves_to_jaxen_what_it_does_not_know() throws Exception {
        for (String text : List.of("lang('en')", "following::b", "a[id('x')]", "namespace::*", "a < true()")) {
            assertThat(isOwn(SafeXPath.compile(text))).as(text).isFalse();
        }
    }

    @Test
    void selects_among_many_siblings_in_no_time() throws Exception {
        StringBuilder xml = new StringBuilder("<a>");
        for (int i = 0; i < 50_000; i++) {
            xml.append("<b z='").append(i).append("'/>");
        }
        Element root = DocumentHelper.parseText(xml + "</a>").getRootElement();
        SafeXPath xpath = SafeXPath.compile("b/@z[. > 5] | (b | b[1] | .)/self::b[last()] | b[not(@none)]");

        long start = System.nanoTime();
        List<Node> nodes = xpath.nodes(root);

        assertThat(nodes).hasSize(99_994);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(nodes.get(99_993).getText()).isEqualTo("49999");
    }
}
