package io.github.iisaudit.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangedPartsTest {

    @Test
    void spaces_comments_and_the_order_of_attributes_are_no_change() {
        assertThat(changed(
                        "<a x='1' y='2'><b/><c>t</c></a>", "<a y=\"2\"\n  x=\"1\">\n<b></b><!-- c --><c> t </c>\n</a>"))
                .isEmpty();
    }

    @Test
    void the_order_of_elements_is_no_change() {
        assertThat(changed(
                        "<a><location path='x'><b/></location><location path='y'/></a>",
                        "<a><location path='y'/><location path='x'><b/></location></a>"))
                .isEmpty();
    }

    @Test
    void of_an_element_with_another_attribute_the_start_tag_is_told() {
        assertThat(changed("<a><b x='1'><c/></b></a>", "<a><b x='2'><c/></b></a>"))
                .containsExactly("<b x='2'>");
        assertThat(changed("<a><b x='1'/></a>", "<a><b/></a>")).containsExactly("<b/>");
    }

    @Test
    void of_a_location_tag_with_another_attribute_all_is_told() {
        String now = "<location path='x' overrideMode='Allow'><c/></location>";
        assertThat(changed("<a><location path='x'><c/></location></a>", "<a>" + now + "</a>"))
                .containsExactly(now);
    }

    @Test
    void of_those_with_one_key_the_ones_that_say_the_same_answer_to_each_other() {
        assertThat(changed(
                        "<a><b k='1'><c/></b><b k='1'><d/></b></a>", "<a><b k='1'><d/></b><b k='1'><c x='2'/></b></a>"))
                .containsExactly("<c x='2'/>");
        assertThat(changed("<a><b x='1' y='2'/><b x='2'/></a>", "<a><b x='2'/><b x='1'/></a>"))
                .containsExactly("<b x='1'/>");
    }

    @Test
    @Timeout(10)
    void thousands_of_elements_that_are_alike_answer_to_each_other_in_no_time() {
        String before = "<b/><c/>".repeat(40_000);
        String now = "<b/><c/><c/>".repeat(27_000);

        assertThat(changed("<a>" + before + "</a>", "<a>" + now + "</a>")).hasSize(14_000);
    }

    @Test
    void a_new_element_is_told_whole_also_among_its_like() {
        assertThat(changed("<a><b/></a>", "<a><b/><c><d/></c></a>")).containsExactly("<c><d/></c>");
        assertThat(changed("<a><add value='1'/></a>", "<a><add value='1'/><add value='1'/></a>"))
                .containsExactly("<add value='1'/>");
        assertThat(changed("<a><location path='x'/></a>", "<a><location path='y'/></a>"))
                .containsExactly("<location path='y'/>");
    }

    @Test
    void what_is_gone_is_not_told_nor_what_stands_after_it() {
        assertThat(changed(
                        "<a><location path='x'><b/></location><location path='x'><c/></location></a>",
                        "<a><location path='x'><c/></location></a>"))
                .isEmpty();
    }

    @Test
    void another_text_is_told_with_its_element() {
        assertThat(changed("<a><b>1</b></a>", "<a><b>2</b></a>")).containsExactly("<b>2</b>");
    }

    private static List<String> changed(String before, String now) {
        return ChangedParts.between(tree(before), tree(now)).stream()
                .map(Span::text)
                .toList();
    }

    private static LocatedElement tree(String text) {
        try {
            return new XmlReader().read("web.config", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableXmlException e) {
            throw new AssertionError(e);
        }
    }
}
