package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dom4j.Attribute;
import org.dom4j.Comment;
import org.dom4j.Element;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads versions of random files one after the other, and each alone: nobody may see a difference. */
class RandomVersionsTest {

    private static final String[] ENDS = {"\n", "\r\n", "\n", "\r\n", "\r"};
    private static final String[] NAMES = {"a", "b", "add", "location"};
    private static final String[] CHANGES = {
        "",
        "<a x=\"12345\"/>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "text",
        "<a xmlns='urn:1'>",
        "</a>",
        "<?pi?>",
        "<add\t",
        "x='1'>",
        "\u00E9",
        "&amp;",
        "&",
        "<a/><b/>",
        "  <add x=\"0\"/>",
        "\r",
        "<p:a xmlns:p='urn:p'/>"
    };

    private int taken;
    private int refused;

    @Test
    @Timeout(120)
    void a_version_is_read_as_if_it_were_alone() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            XmlReader reader = XmlReader.remembering();
            List<String> lines = lines(random);
            String end = ENDS[random.nextInt(ENDS.length)];
            String mark = random.nextInt(3) == 0 ? "\uFEFF" : "";
            for (int version = 0; version < 6; version++) {
                byte[] bytes = (mark + String.join(end, lines)).getBytes(UTF_8);
                assertThat(said(reader, bytes))
                        .as("seed %d, version %d", seed, version)
                        .isEqualTo(said(new XmlReader(), bytes));
                lines = changed(lines, random);
            }
        }
        assertThat(taken).as("elements taken over").isGreaterThan(4_000);
        assertThat(refused).as("versions that are not well formed").isGreaterThan(50);
    }

    /** A document of which most elements stand on lines of their own. */
    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>(List.of("<?xml version='1.0'?>", "<configuration>"));
        List<String> open = new ArrayList<>();
        for (int i = 10 + random.nextInt(40); i > 0; i--) {
            String name = NAMES[random.nextInt(NAMES.length)];
            int kind = random.nextInt(8);
            if (kind < 2 && open.size() < 5) {
                lines.add("<" + name + (kind == 0 ? " " : "\n") + "x='" + i + "'>");
                open.add(name);
            } else if (kind < 4 && !open.isEmpty()) {
                lines.add("</" + open.remove(open.size() - 1) + ">");
            } else {
                lines.add(leaf(kind, name));
            }
        }
        while (!open.isEmpty()) {
            lines.add("</" + open.remove(open.size() - 1) + ">");
        }
        lines.add("</configuration>");
        return lines;
    }

    private static String leaf(int kind, String name) {
        return switch (kind) {
            case 4 -> "  <!-- " + name + " -->";
            case 5 -> "  <" + name + " key='k'>text &lt;</" + name + ">  <b/>";
            case 6 -> "<" + name + "\n  y='2'\n/>";
            default -> "\t<" + name + " key=\"k\" value=\"v\"/>";
        };
    }

    /** The same lines but for a few, of which some are put in or left out. */
    private static List<String> changed(List<String> lines, Random random) {
        List<String> changed = new ArrayList<>(lines);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.size());
            String line = changed.get(at);
            switch (random.nextInt(10)) {
                case 0 -> changed.add(at, CHANGES[random.nextInt(CHANGES.length)]);
                case 1 -> changed.remove(at);
                case 2 -> changed.set(at, CHANGES[random.nextInt(CHANGES.length)]);
                case 3 -> changed.set(at, line + CHANGES[random.nextInt(CHANGES.length)]);
                case 4 -> changed.set(at, line.replace("add", "b"));
                default -> changed.set(at, line.replaceFirst("'[^']*'", "'" + random.nextInt(1_000) + "'"));
            }
        }
        return changed;
    }

    /** All that a file says with all places, or the complaint. */
    private String said(XmlReader reader, byte[] bytes) {
        StringBuilder said = new StringBuilder();
        try {
            LocatedElement root = reader.read("web.config", bytes);
            said.append(root.span().source().text().length());
            for (Node node : root.getDocument().content()) {
                say(node, (LocatedDocument) root.getDocument(), said);
            }
        } catch (UnreadableXmlException e) {
            refused++;
            said.append(e.getMessage());
            say(e.span(), said);
        }
        return said.toString();
    }

    private void say(Node node, LocatedDocument document, StringBuilder said) {
        if (node instanceof LocatedElement element) {
            taken += element.span().source()
                            == ((LocatedElement) document.getRootElement())
                                    .span()
                                    .source()
                    ? 0
                    : 1;
            said.append("\n<").append(element.getNamespaceURI()).append(element.getQualifiedName());
            for (Span span : List.of(element.span(), element.startTag(), element.nameSpan())) {
                say(span, said);
            }
            element.attributes().forEach(attribute -> say((LocatedAttribute) attribute, said));
            for (Node child : element.content()) {
                Element parent = child.getParent();
                assertThat(document.here(parent)).isSameAs(element);
                assertThat(written(parent)).isEqualTo(written(element));
                say(child, document, said);
            }
            said.append('>');
        } else {
            said.append(node instanceof Comment ? "\n!" : "\n\"").append(node.getText());
            say(((Located) node).span(), said);
        }
    }

    private static List<String> written(Element element) {
        return element.attributes().stream()
                .map(attribute -> attribute.getName() + '=' + attribute.getValue())
                .toList();
    }

    private static void say(LocatedAttribute attribute, StringBuilder said) {
        Attribute written = attribute;
        said.append("\n@").append(written.getQualifiedName()).append('=').append(written.getValue());
        say(attribute.span(), said);
        say(attribute.valueSpan(), said);
    }

    /** A place as reports tell it. */
    private static void say(Span span, StringBuilder said) {
        said.append(" at ").append(span.line()).append(':').append(span.column());
        said.append('-').append(span.endLine()).append(':').append(span.endColumn());
        for (int line = span.line(); line <= span.endLine(); line++) {
            said.append('|').append(span.source().lineText(line));
        }
        said.append('|').append(span.text());
    }
}
