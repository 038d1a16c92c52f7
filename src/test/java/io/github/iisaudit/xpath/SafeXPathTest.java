package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dom4j.DocumentException;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXPathTest {

    @Test
    void selects_nodes_once_and_in_document_order() throws Exception {
        Element root = xml("<a x='1' y='2'><b z='3'/><b z='4'/></a>");

        List<Node> nodes = SafeXPath.compile("b[2]/@z | b/@z | @y | @x | b/..").nodes(root);

        assertThat(nodes).extracting(Node::getName).containsExactly("a", "x", "y", "z", "z");
        assertThat(nodes.get(3).getText()).isEqualTo("3");
    }

    @Test
    void starts_anywhere_and_reaches_the_root_by_a_slash() throws Exception {
        Node attribute =
                xml("<scope path='Site/app'><s e='true'/></scope>").element("s").attribute("e");

        assertThat(SafeXPath.compile("/scope/@path").string(attribute)).isEqualTo("Site/app");
        assertThat(SafeXPath.compile(". = 'true' and ../../@path").holds(attribute))
                .isTrue();
        assertThat(SafeXPath.compile("last() = 1 and position() = 1").holds(attribute))
                .isTrue();
    }

    @Test
    void refuses_what_is_not_there() {
        refuses("document('file:///etc/passwd')", "unknown function document()");
        refuses("a[evaluate('1')]", "unknown function evaluate()");
        refuses("iis:lowr(@x)", "unknown function iis:lowr()");
        refuses("a[b and not(start-with(@x, 'y'))]", "unknown function start-with()");
        refuses("$x", "there are no variables: $x");
        refuses("a[@b = $x]", "there are no variables: $x");
        refuses("x:a", "unknown prefix x: (functions only have iis:)");
        refuses("a/@x:b", "unknown prefix x: (functions only have iis:)");
        refuses("iis:same(@x)", "iis:same() takes 2 arguments, not 1");
        refuses("substring(@x)", "substring() takes 2 to 3 arguments, not 1");
        refuses("concat(@x)", "concat() takes 2 or more arguments, not 1");
        refuses("count(a, b)", "count() takes 1 argument, not 2");
        refuses("iis:account(@x)", "iis:account() takes 0 arguments, not 1");
        refuses("count('x')", "count() needs nodes as its argument 1");
        refuses("iis:has('x', 'x')", "iis:has() needs nodes as its argument 1");
        refuses("@x | 'y'", "'|' joins nodes only");
        refuses("string(@x)/y", "'/' can follow nodes only");
        refuses("string(@x)[1]", "'[' can follow nodes only");
        refuses("a b", "'b' unexpected at character 3");
        refuses("'x", "the string that begins at character 1 does not end");
        refuses("(a", "')' expected at the end");
    }

    private static void refuses(String xpath, String message) {
        assertThatThrownBy(() -> SafeXPath.compile(xpath))
                .isInstanceOf(InvalidXPathException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "((a b)",
                "((a b))",
                "((a b) c",
                "((#",
                "((!",
                "(('",
                "((a)) b)",
                "((a[b c]))",
                "((1 a))",
                "(",
                ")",
                "a)",
                "[",
                "a]",
                "a[",
                "a[)]",
                "'",
                "\"x",
                "a b",
                "a!b",
                "a and",
                "and",
                "@",
                "..a",
                "a//",
                "//",
                "a::b",
                "child::",
                "$",
                "a:",
                ":a",
                "f(",
                "f(,)",
                "1.2.3",
                "a#b",
                "a;b",
                "é",
                "a\u0000",
                "-",
                "a|",
                "|a",
                "*",
                "***",
                "node(",
                "text()()",
                "processing-instruction(a)",
                "((((((((((a",
                "a[[b]]",
                "not()",
                "{a}"
            })
    void answers_quickly_to_nonsense(String nonsense) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> compileOrRefuse(nonsense));
    }

    @Test
    void answers_quickly_to_anything() {
        String[] tokens = {
            "(",
            "((",
            ")",
            "[",
            "]",
            "a",
            "@a",
            "b ",
            " and ",
            " or ",
            "'x'",
            "\"",
            "'",
            "!",
            "!=",
            "=",
            "|",
            "/",
            "//",
            "*",
            "-",
            "..",
            ".",
            "1",
            "count(",
            "iis:lower(",
            ",",
            "::",
            ":",
            "$",
            "#",
            "<",
            " div ",
            "self::"
        };
        Random random = new Random(20_260_101);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 40_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int n = random.nextInt(14); n >= 0; n--) {
                    text.append(tokens[random.nextInt(tokens.length)]);
                }
                compileOrRefuse(text.toString());
            }
        });
    }

    /** What compiles can also be evaluated. */
    private static void compileOrRefuse(String text) throws DocumentException {
        SafeXPath xpath;
        try {
            xpath = SafeXPath.compile(text);
        } catch (InvalidXPathException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return;
        }
        Element root = xml("<a a='1'><b a='2'><a/></b></a>");
        xpath.string(root);
        xpath.holds(root.attribute("a"));
        if (xpath.selectsNodes()) {
            xpath.nodes(root);
        }
    }

    @Test
    void refuses_what_is_too_long_or_too_deep() {
        for (String text :
                List.of("(".repeat(200) + "a" + ")".repeat(200), "-".repeat(1500) + "1", "1" + "+1".repeat(1500))) {
            assertThatThrownBy(() -> SafeXPath.compile(text)).isInstanceOf(InvalidXPathException.class);
        }
        assertThatThrownBy(() -> SafeXPath.compile("'" + "x".repeat(5000) + "'"))
                .hasMessage("longer than 4000 characters");
    }

    @Test
    void evaluates_what_is_nearly_too_long() throws Exception {
        for (String text :
                List.of("(".repeat(40) + "1" + ")".repeat(40), "-".repeat(998) + "1", "1" + "+1".repeat(499))) {
            assertThat(SafeXPath.compile(text).string(xml("<a/>"))).isNotEmpty();
        }
    }

    @Test
    void is_the_same_for_all_threads() throws Exception {
        SafeXPath xpath =
                SafeXPath.compile("count(b[@v = /a/@v][position() < last()]) + count(//b[iis:same(@v, 'X')])");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> wrong = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            wrong.add(threads.submit(wrongAnswers(xpath, t)));
        }
        threads.shutdown();
        for (Future<Integer> count : wrong) {
            assertThat(count.get()).isZero();
        }
    }

    private static Callable<Integer> wrongAnswers(SafeXPath xpath, int matching) {
        return () -> {
            Element root = xml("<a v='k'>" + "<b v='k'/>".repeat(matching + 1) + "<b v='x'/>".repeat(3) + "</a>");
            int wrong = 0;
            for (int i = 0; i < 5_000; i++) {
                wrong += xpath.string(root).equals(String.valueOf(matching + 3)) ? 0 : 1;
            }
            return wrong;
        };
    }

    private static Element xml(String text) throws DocumentException {
        return DocumentHelper.parseText(text).getRootElement();
    }
}
