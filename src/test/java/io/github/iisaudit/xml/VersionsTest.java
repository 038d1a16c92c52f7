package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.iisaudit.xml.ReadFiles.Result;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;
import org.dom4j.Document;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final String FILE = """
            <?xml version="1.0"?>
            <configuration>
              <a>
                <b name="B"><c/></b>
                <add key="NodeName" value="SRV1"/>
                <d>
                  <e/>
                </d>
              </a>
              <f x="1"/>
              <g x="1"/>
              <h x="1"/>
            </configuration>
            """;

    private final XmlReader reader = XmlReader.remembering();
    private final LocatedElement earlier = read(FILE);

    @Test
    void what_stands_on_unchanged_lines_is_the_same() {
        LocatedElement later = read(FILE.replace("SRV1", "SERVER-2"));

        assertThat(later).isNotSameAs(earlier);
        assertThat(at(later, "a")).isNotSameAs(at(earlier, "a"));
        assertThat(at(later, "a/b")).isSameAs(at(earlier, "a/b"));
        assertThat(at(later, "a/d")).isSameAs(at(earlier, "a/d"));
        assertThat(at(later, "f")).isSameAs(at(earlier, "f"));
        assertThat(at(later, "a/add").attributeValue("value")).isEqualTo("SERVER-2");
        assertThat(at(later, "a").getParent()).isSameAs(later);
    }

    @Test
    void places_are_right_behind_a_line_that_has_become_longer() {
        LocatedElement later = read(FILE.replace("SRV1", "SERVER-2"));

        assertThat(at(later, "a/d/e").span()).hasToString("web.config:7:7");
        assertThat(at(later, "f").span()).hasToString("web.config:10:3");
        assertThat(at(later, "a").span().endLine()).isEqualTo(9);
        assertThat(at(later, "f").span().source().lineText(10)).isEqualTo("  <f x=\"1\"/>");
    }

    @Test
    void a_file_that_is_too_large_takes_nothing_over() throws UnreadableXmlException {
        Versions versions = new Versions("web.config", new AtomicLong());
        String line = " ".repeat(1023) + "\n";
        String file = FILE + line.repeat((XmlReader.MAX_BYTES - FILE.length()) / line.length());
        LocatedElement root = new XmlReader().read("web.config", file.getBytes(UTF_8));
        Result whole = new Result((LocatedDocument) root.getDocument(), null);
        Result refused = new Result(null, null);

        versions.get(file.getBytes(UTF_8), (path, bytes) -> whole);
        assertThat(versions.get((file + line).getBytes(UTF_8), (path, bytes) -> refused))
                .isSameAs(refused);
    }

    @Test
    void behind_a_line_that_was_put_in_everything_is_read_anew() {
        LocatedElement later = read(FILE.replace("  <g", "  <new/>\n  <g"));

        assertThat(at(later, "a")).isSameAs(at(earlier, "a"));
        assertThat(at(later, "f")).isSameAs(at(earlier, "f"));
        assertThat(at(later, "g")).isNotSameAs(at(earlier, "g"));
        assertThat(at(later, "g").span()).hasToString("web.config:12:3");
    }

    @Test
    void behind_a_line_that_was_taken_out_everything_is_read_anew() {
        LocatedElement later = read(FILE.replace("  <f x=\"1\"/>\n", ""));

        assertThat(at(later, "a")).isSameAs(at(earlier, "a"));
        assertThat(at(later, "g")).isNotSameAs(at(earlier, "g"));
        assertThat(at(later, "h").span()).hasToString("web.config:11:3");
    }

    @Test
    void nothing_within_a_changed_start_tag_is_the_same() {
        LocatedElement later = read(FILE.replace("<a>", "<a x='1'>"));

        assertThat(at(later, "a/b")).isNotSameAs(at(earlier, "a/b"));
        assertThat(at(later, "a/d")).isNotSameAs(at(earlier, "a/d"));
        assertThat(at(later, "f")).isSameAs(at(earlier, "f"));
    }

    @Test
    void nothing_within_a_start_tag_that_has_changed_on_a_later_line_is_the_same() {
        String file = FILE.replace("<a>", "<a\n y='1'>");
        LocatedElement first = read(file);
        LocatedElement second = read(file.replace("y='1'", "y='2'"));

        assertThat(at(second, "a/d")).isNotSameAs(at(first, "a/d"));
        assertThat(at(second, "a/d").getParent().attributeValue("y")).isEqualTo("2");
    }

    @Test
    void nothing_within_another_namespace_is_the_same() {
        LocatedElement later = read(FILE.replace("<a>", "<a xmlns='urn:x'>"));

        assertThat(at(later, "f")).isSameAs(at(earlier, "f"));
        Element around = later.elements().get(0);
        assertThat(around.getNamespaceURI()).isEqualTo("urn:x");
        assertThat(around.elements().get(0).getNamespaceURI()).isEqualTo("urn:x");
    }

    @Test
    void an_element_that_comes_to_stand_in_another_is_not_the_same() {
        LocatedElement later =
                read(FILE.replace("    <add key=\"NodeName\" value=\"SRV1\"/>", "    </a><a>                       "));

        assertThat(later.elements("a")).hasSize(2);
        assertThat(later.elements("a").get(0).elements()).containsExactly(at(earlier, "a/b"));
        Element moved = later.elements("a").get(1).elements().get(0);
        assertThat(moved.getName()).isEqualTo("d");
        assertThat(moved).isNotSameAs(at(earlier, "a/d"));
        assertThat(at(later, "f")).isSameAs(at(earlier, "f"));
    }

    @Test
    void an_element_that_has_become_a_comment_is_gone() {
        String commented = FILE.replace("value=\"SRV1\"/>", "value=\"SRV1\"/><!--")
                .replace("  </a>", "-->\n  </a>")
                .replace("</d>\n-->", "</d>-->");
        LocatedElement later = read(commented);

        assertThat(later.element("a").elements()).hasSize(2);
        assertThat(at(later, "a").element("d")).isNull();
        assertThat(at(later, "h")).isSameAs(at(earlier, "h"));
    }

    @Test
    void elements_stay_the_same_from_version_to_version() {
        LocatedElement second = read(FILE.replace("SRV1", "SRV2"));
        LocatedElement third = read(FILE.replace("SRV1", "SRV3").replace("<f x=\"1\"", "<f x=\"2\""));

        assertThat(at(second, "f")).isSameAs(at(earlier, "f"));
        assertThat(at(third, "f")).isNotSameAs(at(earlier, "f"));
        assertThat(at(third, "g")).isSameAs(at(second, "g")).isSameAs(at(earlier, "g"));
        assertThat(read(FILE.replace("SRV1", "SRV2"))).isSameAs(second);
        assertThat(read(FILE)).isSameAs(earlier);
    }

    @Test
    void the_earlier_tree_stays_as_it_was() {
        LocatedElement later = read(FILE.replace("SRV1", "SRV2"));

        assertThat(at(later, "a/b").getParent()).isSameAs(at(earlier, "a"));
        assertThat(at(earlier, "f").getDocument()).isSameAs(earlier.getDocument());
    }

    @Test
    void the_document_knows_its_own_element_for_a_parent_in_the_earlier_tree() {
        LocatedElement later = read(FILE.replace("SRV1", "SRV2"));

        LocatedDocument document = (LocatedDocument) later.getDocument();
        assertThat(document.here(at(earlier, "a"))).isSameAs(at(later, "a"));
        assertThat(document.here(earlier)).isSameAs(later);
        assertThat(document.here(at(later, "a"))).isSameAs(at(later, "a"));
        assertThat(at(later, "a").isWhere(at(earlier, "a"))).isTrue();
        assertThat(at(later, "f").isWhere(at(later, "g"))).isFalse();
    }

    @Test
    void a_file_that_is_no_longer_well_formed_has_the_same_complaint_as_alone() {
        String broken = FILE.replace("</a>", "</x>");
        Throwable alone = catchThrowable(() -> new XmlReader().read("web.config", broken.getBytes(UTF_8)));

        assertThatThrownBy(() -> reader.read("web.config", broken.getBytes(UTF_8)))
                .isInstanceOf(UnreadableXmlException.class)
                .hasMessage(alone.getMessage());
        assertThatThrownBy(() ->
                        reader.read("web.config", FILE.replace("SRV1", "\0").getBytes(UTF_8)))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() ->
                        reader.read("web.config", FILE.replace("SRV1", "\u00FC").getBytes(ISO_8859_1)))
                .hasMessageContaining("not valid UTF-8");
    }

    @Test
    void line_ends_of_windows_and_a_byte_order_mark_do_not_matter() {
        String windows = "\uFEFF" + FILE.replace("\n", "\r\n");
        LocatedElement first = read(windows);
        LocatedElement second = read(windows.replace("SRV1", "SERVER-2"));

        assertThat(at(second, "a/d")).isSameAs(at(first, "a/d"));
        assertThat(at(second, "f").span()).hasToString("web.config:10:3");
        assertThat(at(second, "f").span().source().lineText(10)).isEqualTo("  <f x=\"1\"/>");
    }

    @Test
    void other_line_ends_are_another_file() {
        assertThat(at(read(FILE.replace("\n", "\r\n")), "f")).isNotSameAs(at(earlier, "f"));
        assertThat(at(read(FILE.replace("SRV1", "SRV1\r2")), "f").span()).hasToString("web.config:11:3");
    }

    @Test
    void text_that_is_more_than_ascii_is_read_whole() {
        LocatedElement later = read(FILE.replace("SRV1", "S\u00FCd"));
        assertThat(at(later, "f")).isNotSameAs(at(earlier, "f"));
        assertThat(at(read(FILE.replace("SRV1", "S\u00FCd2")), "f")).isNotSameAs(at(later, "f"));

        Charset windows = Charset.forName("windows-1252");
        String declared = FILE.replace("?>", " encoding='windows-1252'?>").replace("<c/>", "<c x='\u201E'/>");
        at(read(declared, windows), "f");
        LocatedElement second = read(declared.replace("SRV1", "SRV2"), windows);
        assertThat(at(second, "a/b/c").attributeValue("x")).isEqualTo("\u201E");
    }

    @Test
    void comments_around_the_root_element_are_those_of_the_file() {
        LocatedElement later = read(FILE + "<!-- the end -->");

        Document document = later.getDocument();
        assertThat(document.nodeCount()).isEqualTo(2);
        assertThat(earlier.getDocument().nodeCount()).isEqualTo(1);
        assertThat(at(later, "a")).isSameAs(at(earlier, "a"));
    }

    @Test
    void a_word_is_found_where_it_is_new_and_where_it_was_before() {
        SourceText later = read(FILE.replace("SRV1", "needle")).span().source();
        SourceText same = read(FILE.replace("SRV1", "SRV2")).span().source();

        assertThat(later.contains("needle")).isTrue();
        assertThat(same.contains("needle")).isFalse();
        assertThat(same.contains("NodeName")).isTrue();
        assertThat(same.contains("SRV1")).isFalse();
        assertThat(earlier.span().source().contains("SRV1")).isTrue();
    }

    @Test
    void a_file_that_is_mostly_other_is_read_whole_and_taken_from() {
        String other =
                FILE.replace("x=\"1\"", "x=\"22\"").replace("<d>", "<d y='1'>").replace("B", "C");
        LocatedElement unlike = read(other);
        LocatedElement like = read(other.replace("SRV1", "SRV2"));

        assertThat(at(unlike, "a").span().source()).isSameAs(unlike.span().source());
        assertThat(at(like, "f")).isSameAs(at(unlike, "f"));
        assertThat(at(read(FILE.replace("SRV1", "SRV2")), "f")).isSameAs(at(earlier, "f"));
    }

    @Test
    void a_file_that_is_to_be_whole_takes_over_nothing() throws Exception {
        byte[] bytes = FILE.replace("SRV1", "SRV2").getBytes(UTF_8);
        read(FILE.replace("SRV1", "SRV2"));

        LocatedElement whole = reader.readWhole("web.config", bytes);
        assertThat(at(whole, "f").getDocument()).isSameAs(whole.getDocument());
        assertThat(reader.readWhole("web.config", bytes)).isSameAs(whole);
    }

    private LocatedElement read(String text) {
        return read(text, UTF_8);
    }

    private LocatedElement read(String text, Charset charset) {
        try {
            return reader.read("web.config", text.getBytes(charset));
        } catch (UnreadableXmlException e) {
            throw new AssertionError(e);
        }
    }

    private static LocatedElement at(LocatedElement root, String path) {
        Element element = root;
        for (String name : path.split("/")) {
            element = element.element(name);
        }
        return (LocatedElement) element;
    }
}
