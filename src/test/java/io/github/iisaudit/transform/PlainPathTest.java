package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainPathTest {

    private static final Map<String, String> NAMESPACES = Map.of("n", "urn:n", Paths.DEFAULT_NAMESPACE, "urn:d");

    @Test
    void a_plain_path_selects_what_the_full_engine_selects() {
        int plain = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            Document document = document(random);
            String xpath = path(random);
            List<Object> found = PlainPath.select(xpath, document, NAMESPACES);
            if (found != null) {
                plain++;
                assertThat(found)
                        .as("%s in %s", xpath, document.source().text())
                        .isEqualTo(Paths.evaluate(xpath, document, NAMESPACES));
            }
        }
        assertThat(plain).isGreaterThan(2500);
    }

    /** In the order in which they are written, as .NET has them; jaxen has those of a union in the order of the union. */
    @Test
    void attributes_are_those_that_the_full_engine_selects() {
        Document document = TreeReader.read(
                new SourceText("a", "<a xmlns:n='urn:n' n:x='0' y='1' x='2' z='3' xmlns='urn:d'/>"), true);
        for (String xpath : List.of("@*", "@x", "@x|@y", "@y|@x|@x", "@none", "@xmlns", "@n")) {
            assertThat(PlainPath.select(xpath, document.root(), Map.of()))
                    .as(xpath)
                    .hasSameElementsAs(Paths.evaluate(xpath, document.root(), Map.of()));
        }
        assertThat(PlainPath.select("@z|@x|@y|@x", document.root(), Map.of()))
                .isEqualTo(Paths.evaluate("@*[not(namespace-uri())]", document.root(), Map.of()));
    }

    @Test
    void what_is_of_another_form_or_wrong_is_left_to_the_full_engine() {
        Document document = TreeReader.read(new SourceText("a", "<a><b c='1'/></a>"), true);
        for (String other : List.of(
                "//b",
                "/a/*",
                "/a/b[1]",
                "/a/b[@c='it's']",
                "/a/b[@c=\"1\"]",
                "/a/b[@c='1'",
                "/a/b[@c='1']]",
                "/a/b[@c='1' or @c='2']",
                "/a/",
                "/a//b",
                "/a/ b",
                "/a/u:b",
                "/a/b[@u:c='1']",
                "/a/../a",
                "/a/text()",
                "/a|/b",
                "/and/or",
                "a/b",
                "/",
                "")) {
            assertThat(PlainPath.select(other, document, Map.of())).as(other).isNull();
        }
        for (String other : List.of("@", "@a|b", "@a@b", "@a|", "@a b", "@n:a", "@a[1]")) {
            assertThat(PlainPath.select(other, document.root(), Map.of()))
                    .as(other)
                    .isNull();
        }
    }

    private static Document document(Random random) {
        StringBuilder text = new StringBuilder("<r xmlns:n='urn:n'>");
        for (int i = 0; i < 6; i++) {
            String name = pick(random, "a", "b", "n:a");
            String inner = pick(random, "a", "b", "n:a", "b xmlns='urn:d'");
            text.append("<%s x='%s' n:x='1'> <%s x='1' y='%s'/>t<a y='0'/></%s>"
                    .formatted(name, random.nextInt(2), inner, random.nextInt(2), name));
        }
        return TreeReader.read(new SourceText("r.config", text + "</r>"), true);
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder("/r");
        for (int i = random.nextInt(3); i >= 0; i--) {
            path.append('/').append(pick(random, "a", "b", "n:a", "_defaultNamespace:b", "r", "*"));
            if (random.nextBoolean()) {
                path.append(pick(random, "[@x='1']", "[@y='1' and @x='1']", "[@x='0']", "[@xmlns='urn:d']", "[@z='']"));
            }
        }
        return path.toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
