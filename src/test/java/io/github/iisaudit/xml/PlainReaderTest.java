package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.SAXParserFactory;
import org.dom4j.Attribute;
import org.dom4j.Document;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** What the reader takes, the JDK's parser takes too and finds the same in it; what it leaves alone may be anything. */
class PlainReaderTest {

    private static final String[] PIECES = {
        "<",
        ">",
        "/>",
        "</",
        "&",
        "&amp;",
        "&lt",
        "&#65;",
        "&#x1;",
        "&#x41;",
        "&#10;",
        "&nbsp;",
        "]]>",
        "--",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?p ?>",
        "<?xml ?>",
        "<!DOCTYPE a>",
        "\0",
        "\u0001",
        "\t",
        "\r",
        "\r\n",
        " ",
        "\"",
        "'",
        "=",
        "x='1'",
        " xmlns='u'",
        " xmlns=''",
        " xmlns:p='v'",
        " p:q='1'",
        ":",
        "\uFFFE",
        "\uD83D",
        "\uD83D\uDE00",
        "\u00E9",
        "\u0085",
        "\u2028",
        "\u007F",
        "a",
        "<a>",
        "</a>",
        "<a/>",
        "1",
        "-",
        " version='1.1'",
        "encoding='&#97;'",
        "standalone='yes'"
    };

    private static final String WELL_FORMED =
            "<?xml version=\"1.0\" encoding='utf-8' ?>\r\n<!-- c\r\nd -->\n<a b='1\t2' c.d = "
                    + "\"x&quot;&#9;\r\ny\">\r\n <e xmlns='u'><f/><g xmlns=''/></e>t &gt; <![CDATA[<h>\r]]> u<!---->\n<?p q?><i-_9></i-_9 >"
                    + "</a>\n<?z?>";

    private final XMLReader jdk = jdk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<?xml version='1.0'?><a b='&#x20;'></a >",
                "<a xmlns='http://schemas.microsoft.com/.NetConfiguration/v2.0'><b xmlns='u'/></a>",
                "<a>\r\n &amp; <![CDATA[ ]] ]]>&#32;</a>\r\n",
                "<!--a--><?b c?><a b=\"'\" c='\"'/><!-- d -->"
            })
    void what_is_written_plainly_needs_no_other_parser(String text) throws Exception {
        assertThat(tree(text)).isEqualTo(withJdk(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b='1' b='2'/>",
                "<a>]]></a>",
                "<a b='<'/>",
                "<a>\u0001</a>",
                "<a>&b;</a>",
                "<a><!-- -- --></a>",
                "<a></b>",
                "<a/><b/>",
                "<a b='1'c='2'/>",
                "<a",
                "<a xmlns='u' xmlns='v'/>",
                "<a><?XML?></a>",
                " <?xml version='1.0'?><a/>",
                "<?xml version='&#49;.0'?><a/>",
                "<?xmlversion='1.0'?><a/>",
                "<!DOCTYPE a><a/>",
                "<a b='&#xD800;'/>",
                "<a>&#xFFFE;</a>"
            })
    void what_is_wrong_is_left_to_the_other_parser(String text) {
        assertThat(tree(text)).isEqualTo("not plain");
    }

    @Test
    void whatever_is_done_to_a_text_the_two_agree_where_the_plain_reader_takes_it() throws Exception {
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < 8_000; i++) {
            String text = changed(random);
            String tree = tree(text);
            if (!tree.equals("not plain")) {
                taken++;
                assertThat(tree).as(text).isEqualTo(withJdk(text));
            }
        }
        assertThat(taken).isBetween(1_000, 7_000);
    }

    private static String changed(Random random) {
        StringBuilder text = new StringBuilder(WELL_FORMED);
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(3));
            text.replace(at, end, random.nextInt(4) == 0 ? "" : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String tree(String text) {
        try {
            return shown(PlainReader.read(new SourceText("web.config", text), true));
        } catch (NotPlainException e) {
            return "not plain";
        }
    }

    private String withJdk(String text) throws Exception {
        TreeBuilder tree = new TreeBuilder(new SourceText("web.config", text), true);
        jdk.setProperty("http://xml.org/sax/properties/lexical-handler", tree);
        jdk.setContentHandler(tree);
        jdk.setErrorHandler(tree);
        try {
            jdk.parse(new InputSource(new StringReader(text)));
        } catch (SAXParseException e) {
            return String.valueOf(e.getMessage());
        }
        return shown(tree.document());
    }

    private static XMLReader jdk() {
        try {
            return SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
        } catch (SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(Document document) {
        StringBuilder shown = new StringBuilder();
        document.content().forEach(node -> show(node, shown));
        return shown.toString();
    }

    private static void show(Node node, StringBuilder shown) {
        Span span = ((Located) node).span();
        shown.append(node.getNodeTypeName()).append(span.start()).append('-').append(span.end());
        if (!(node instanceof LocatedElement element)) {
            shown.append(node.getText());
            return;
        }
        shown.append(element.getQName().getNamespaceURI()).append(element.getQualifiedName());
        shown.append(element.startTag().end());
        for (Attribute attribute : element.attributes()) {
            Span value = ((LocatedAttribute) attribute).valueSpan();
            shown.append(' ').append(attribute.getQualifiedName()).append('=').append(attribute.getValue());
            shown.append(value.start()).append('-').append(value.end());
        }
        shown.append('{');
        element.content().forEach(child -> show(child, shown));
        shown.append('}');
    }
}
