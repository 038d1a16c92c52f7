package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final String NET_CONFIGURATION = "http://schemas.microsoft.com/.NetConfiguration/v2.0";

    private final XmlReader reader = new XmlReader();

    @Test
    void an_element_knows_its_whole_its_start_tag_and_its_name() throws Exception {
        LocatedElement root = read("<a>\n  <system.web b='1' >\n  </system.web >\n</a>");
        LocatedElement element = child(root);
        assertThat(element.span().text()).isEqualTo("<system.web b='1' >\n  </system.web >");
        assertThat(element.startTag().text()).isEqualTo("<system.web b='1' >");
        assertThat(element.nameSpan().text()).isEqualTo("<system.web");
        assertThat(element.span()).hasToString("web.config:2:3");
        assertThat(element.span().endLine()).isEqualTo(3);
        assertThat(element.span().endColumn()).isEqualTo(17);
        assertThat(root.span().text()).isEqualTo(root.span().source().text());
    }

    @Test
    void an_empty_element_is_its_start_tag() throws Exception {
        LocatedElement element = child(read("<a><b c=\"1\" /></a>"));
        assertThat(element.span().text()).isEqualTo("<b c=\"1\" />");
        assertThat(element.startTag()).isEqualTo(element.span());
    }

    @Test
    void an_attribute_knows_its_whole_and_its_value() throws Exception {
        LocatedAttribute attribute = attribute(read("<a\n\tx='0'\n\tenabled = 'tr&#117;e &gt; >/> \"'/>"), "enabled");
        assertThat(attribute.getValue()).isEqualTo("true > >/> \"");
        assertThat(attribute.span().text()).isEqualTo("enabled = 'tr&#117;e &gt; >/> \"'");
        assertThat(attribute.valueSpan().text()).isEqualTo("tr&#117;e &gt; >/> \"");
        assertThat(attribute.span()).hasToString("web.config:3:2");
        assertThat(attribute.getParent().getName()).isEqualTo("a");
    }

    @Test
    void attributes_keep_the_order_of_the_file() throws Exception {
        assertThat(read("<a z='1' b='2' xmlns:q='u' q:c='3' m='4'/>").attributes())
                .extracting(Attribute::getQualifiedName)
                .containsExactly("z", "b", "q:c", "m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void lines_may_end_in_any_way(String end) throws Exception {
        String text = "<?xml version='1.0'?>\n<!-- 😀\n-->\n<a>\n\n<b\nc='1\n2'\nd='3'/></a>".replace("\n", end);
        LocatedElement element = child(read(text));
        assertThat(element.span()).hasToString("web.config:6:1");
        assertThat(attribute(element, "c").span()).hasToString("web.config:7:1");
        assertThat(attribute(element, "d").span()).hasToString("web.config:9:1");
    }

    @Test
    void markup_in_comments_cdata_sections_and_instructions_is_not_taken_for_tags() throws Exception {
        String text = "<?xml version='1.0'?><?p <b> ?><!-- <b> --><a><!-- <b x='1'> --><![CDATA[<b>]] > <!--]]>"
                + "<![CDATA[]]><?q <b?><b x='2'/></a><!-- <b> -->";
        assertThat(attribute(child(read(text)), "x").span().text()).isEqualTo("x='2'");
    }

    @Test
    void text_is_kept_and_knows_its_place_and_white_space_is_dropped() throws Exception {
        LocatedElement root = read("<a>\n  <b/>\n  stray &amp; <![CDATA[<text>]]>\n <c/>\t</a>");
        assertThat(root.content()).hasSize(3);
        LocatedText text = (LocatedText) root.content().get(1);
        assertThat(text.getText().strip()).isEqualTo("stray & <text>");
        assertThat(text.span().text()).isEqualTo("stray &amp; <![CDATA[<text>]]>");
        assertThat(text.span()).hasToString("web.config:3:3");
    }

    @Test
    void text_around_a_comment_is_two_pieces() throws Exception {
        assertThat(read("<a>x<!-- y -->z</a>").content())
                .extracting(node -> ((Located) node).span().text())
                .containsExactly("x", "<!-- y -->", "z");
    }

    @Test
    void comments_are_kept_outside_of_the_root_element_too() throws Exception {
        List<Node> nodes =
                read("<!--1--><a><!-- < two\n--></a>\n<!--3-->").getDocument().content();
        assertThat(nodes).hasSize(3);
        assertThat(((LocatedComment) nodes.get(0)).span().text()).isEqualTo("<!--1-->");
        assertThat(((LocatedComment) nodes.get(2)).span()).hasToString("web.config:3:1");
        LocatedComment inner =
                (LocatedComment) ((LocatedElement) nodes.get(1)).content().get(0);
        assertThat(inner.getText()).isEqualTo(" < two\n");
    }

    @Test
    void every_node_of_the_tree_belongs_to_one_document() throws Exception {
        LocatedElement root = read("<a><b/></a>");
        assertThat(root.getDocument().getRootElement()).isSameAs(root);
        assertThat(child(root).getDocument()).isSameAs(root.getDocument());
        assertThat(root.getUniquePath()).isEqualTo("/a");
    }

    @Test
    void the_namespace_of_visual_studio_2005_is_dropped() throws Exception {
        LocatedElement root = read("<configuration xmlns='" + NET_CONFIGURATION + "'><b c='1'/></configuration>");
        assertThat(root.getQName()).isEqualTo(QName.get("configuration"));
        assertThat(root.attributes()).isEmpty();
        assertThat(root.element("b").attributeValue("c")).isEqualTo("1");
        assertThat(root.nameSpan().text()).isEqualTo("<configuration");
    }

    @Test
    void other_namespaces_are_kept_and_their_declarations_are_no_attributes() throws Exception {
        LocatedElement root = read("<a xmlns:xdt='urn:x' b='1' xdt:Transform='Replace'>"
                + "<assemblyBinding xmlns='urn:asm.v1'/><p:c xmlns:p='" + NET_CONFIGURATION + "'/></a>");
        assertThat(root.attributes()).extracting(Attribute::getQualifiedName).containsExactly("b", "xdt:Transform");
        LocatedAttribute transform = attribute(root, "xdt:Transform");
        assertThat(transform.getNamespaceURI()).isEqualTo("urn:x");
        assertThat(transform.span().text()).isEqualTo("xdt:Transform='Replace'");
        assertThat(root.elements())
                .extracting(Element::getNamespaceURI)
                .containsExactly("urn:asm.v1", NET_CONFIGURATION);
    }

    @Test
    void places_are_counted_after_a_byte_order_mark() throws Exception {
        assertThat(read("\uFEFF<a b='1'/>").span()).hasToString("web.config:1:1");
    }

    @Test
    void the_declared_encoding_was_used_and_does_not_trouble_the_parser() throws Exception {
        String text = "<?xml version='1.0' encoding='windows-1252'?><a b='€'/>";
        assertThat(attribute(reader.read("web.config", text.getBytes(Charset.forName("windows-1252"))), "b")
                        .getValue())
                .isEqualTo("€");
        assertThat(read("<?xml version='1.0' encoding='utf-16'?><a/>").getName())
                .isEqualTo("a");
    }

    @Test
    void a_reader_reads_on_after_a_file_that_was_unreadable() throws Exception {
        for (String broken : List.of("<a", "<a><b>", "", "<a>text</b>", "<!DOCTYPE a><a/>")) {
            assertThatThrownBy(() -> read(broken)).isInstanceOf(UnreadableXmlException.class);
            assertThat(read("<a><b/></a>").content()).hasSize(1);
        }
    }

    private LocatedElement read(String text) throws UnreadableXmlException {
        return reader.read("web.config", text.getBytes(UTF_8));
    }

    private static LocatedElement child(LocatedElement parent) {
        return (LocatedElement) parent.elements().get(0);
    }

    private static LocatedAttribute attribute(LocatedElement element, String qualifiedName) {
        return (LocatedAttribute) element.attributes().stream()
                .filter(attribute -> attribute.getQualifiedName().equals(qualifiedName))
                .findFirst()
                .orElseThrow();
    }
}
