package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.xpath.InvalidXPathException;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void puts_the_text_of_the_first_node_in_place_of_an_xpath() throws Exception {
        assertThat(render("{name()} is {@a}, not {b/@c}.")).isEqualTo("x is 1, not 2.");
    }

    @Test
    void puts_nothing_where_there_is_no_node() throws Exception {
        assertThat(render("<{@none}>")).isEqualTo("<>");
    }

    @Test
    void writes_one_line_with_single_blanks() throws Exception {
        assertThat(render("\n   one\n   two {@t}\n  ")).isEqualTo("one two a b");
    }

    @Test
    void takes_double_braces_for_braces() throws Exception {
        assertThat(render("{{@a}} {{{@a}}}")).isEqualTo("{@a} {1}");
    }

    @Test
    void does_not_look_for_braces_in_strings() throws Exception {
        assertThat(render("{concat('}', \"'{\", @a)}")).isEqualTo("}'{1");
    }

    @Test
    void refuses_braces_without_partner_and_bad_xpaths() {
        for (String template :
                new String[] {"{", "}", "a {@b", "a } b", "{}", "{ }", "{'}", "{a b}", "{document('x')}"}) {
            assertThatThrownBy(() -> Template.compile(template)).as(template).isInstanceOf(InvalidXPathException.class);
        }
    }

    @Test
    void knows_whether_it_says_nothing() throws Exception {
        assertThat(Template.compile(" \n ").isEmpty()).isTrue();
        assertThat(Template.compile("{@a}").isEmpty()).isFalse();
        assertThat(Template.EMPTY.isEmpty()).isTrue();
    }

    private static String render(String template) throws Exception {
        Element x = DocumentHelper.parseText("<x a='1' t='a \n b'><b c='2'/><b c='3'/></x>")
                .getRootElement();
        return Template.compile(template).render(x);
    }
}
