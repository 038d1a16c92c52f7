package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dom4j.Document;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;

/** Files that have elements in common with an earlier version: what is said of them is what would be said of them alone. */
class VersionsOfFilesTest {

    private static final String REST = "<r/>\n".repeat(40) + "</c>";

    private final XmlReader reader = XmlReader.remembering();

    @Test
    void expressions_select_the_same_as_in_a_file_read_alone() throws Exception {
        int shared = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomXPath random = new RandomXPath(seed);
            String first = "<c>\n" + random.document().replace("><", ">\n<") + "\n" + REST;
            Document file = read(first, changed(first, new Random(seed)));
            Document alone = read(changed(first, new Random(seed)));
            shared += JaxenOracle.nodes(file).stream().anyMatch(node -> isShared(node, file)) ? 1 : 0;
            List<String> expressions = new ArrayList<>(List.of("following::*", "preceding::node()", "..", "//@a"));
            for (int i = 0; i < 10; i++) {
                expressions.add(random.expression());
            }
            for (String expression : expressions) {
                assertSame(SafeXPath.compile(expression), file, alone);
            }
        }
        assertThat(shared).isGreaterThan(200);
    }

    private static boolean isShared(Node node, Document document) {
        return node instanceof LocatedElement && node.getDocument() != document;
    }

    /** Another value in one line or two. */
    private static String changed(String text, Random random) {
        String[] lines = text.split("\n");
        for (int i = 0; i < 2; i++) {
            int line = 1 + random.nextInt(lines.length - 42);
            lines[line] = lines[line].replaceFirst("='[^']*'", "='xyx'");
        }
        return String.join("\n", lines);
    }

    private static void assertSame(SafeXPath xpath, Document file, Document alone) {
        List<Node> nodes = JaxenOracle.nodes(file);
        List<Node> same = JaxenOracle.nodes(alone);
        for (int i = 0; i < nodes.size(); i += 1 + nodes.size() / 15) {
            String where = xpath + " from " + same.get(i).getUniquePath();
            assertThat(xpath.string(nodes.get(i), Focus.in(file)))
                    .as(where)
                    .isEqualTo(xpath.string(same.get(i), Focus.in(alone)));
            if (xpath.selectsNodes()) {
                assertThat(numbers(xpath.nodes(nodes.get(i), Focus.in(file)), nodes))
                        .as(where)
                        .isEqualTo(numbers(xpath.nodes(same.get(i), Focus.in(alone)), same));
            }
        }
    }

    private static List<Integer> numbers(List<Node> selected, List<Node> all) {
        Map<Node, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i);
        }
        return selected.stream().map(node -> numbers.getOrDefault(node, -1)).toList();
    }

    @Test
    void places_of_the_same_offsets_are_two() throws Exception {
        String file = "<c>\n<n v=\"1\"/>\n<x bad=\"1\"/>\n" + REST;
        Document later = read(file, file.replace("<n v=\"1\"/>", "<n v=\"1\"/><x  bad=\"2\"/>"));

        assertThat(findings(later)).extracting(f -> f.place().line()).containsExactly(2, 3);
    }

    @Test
    void comments_are_those_of_the_file() throws Exception {
        String file = "<c>\n<n/>\n<x bad=\"1\"/>\n" + REST;
        String suppressing = file.replace("<n/>", "<!-- iisaudit:ignore the-rule why -->");

        assertThat(findings(read(file, suppressing))).allMatch(Finding::isSuppressed);
        assertThat(findings(read(file))).noneMatch(Finding::isSuppressed);
    }

    private static List<Finding> findings(Document document) throws RuleException {
        String rule = "<rule id='the-rule' severity='warning' confidence='high' scope='file'><title>t</title>"
                + "<flag>//@bad</flag><message>m</message>"
                + "<fix>f</fix><references><ref href='x'>x</ref></references><examples/></rule>";
        Rule read = new RuleReader(section -> true, 0).read("the-rule.xml", rule.getBytes(StandardCharsets.UTF_8));
        Checker checker = new Checker(List.of(read), "S", "r");
        checker.check(new WrittenFile("web.config", (LocatedElement) document.getRootElement(), List.of("Site")));
        return checker.findings();
    }

    /** The last of some versions, read one after the other. */
    private Document read(String... versions) throws UnreadableXmlException {
        XmlReader used = versions.length == 1 ? new XmlReader() : reader;
        Document document = null;
        for (String version : versions) {
            document = used.read("web.config", version.getBytes(StandardCharsets.UTF_8))
                    .getDocument();
        }
        return document;
    }
}
