package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the table a tilde is the end of a line; the place is line:column and, in brackets, the text that is marked. */
class SyntaxErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a>~<b>~</c></a>           | 3:1 [</c>]        | expected </b>, which closes the element of line 2
            <a>~<bc>~</b></a>          | 3:1 [</b>]        | expected </bc>, which closes the element of line 2
            <a>~</ab>                  | 2:1 [</ab>]       | expected </a>, which closes the element of line 1
            <a>~<b>~                   | 3:1 []            | the file ends before <b> of line 2 is closed
            <a>~<![CDATA[<b>]]>~       | 3:1 []            | the file ends before <a> of line 1 is closed
            <a>~<b c="1~               | 2:1 [<b]          | "<b" is never ended
            <a>~<!-- x~</a>            | 2:1 [<!--]        | "<!--" is never ended
            <a>~<![CDATA[ x~</a>       | 2:1 [<![CDATA[]   | "<![CDATA[" is never ended
            <a/>~<b/>                  | 2:1 [<b/>]        | markup after the end of the root element
            <a/>~</a>                  | 2:1 [</a>]        | markup after the end of the root element
            <a/>~text                  | 2:1 [text]        | text after the end of the root element
            text~<a/>                  | 1:1 [text]        | text before the root element
            <!-- no root -->           | 1:17 []           | there is no root element
            </a>                       | 1:1 [</a>]        | this is no root element
            ~<?xml version="1.0"?><a/> | 2:1 [<?xml]       | the XML declaration must begin the file and give a version
            <?xml version="1.1"?><a/>  | 1:16 [1.1]        | IIS reads XML of version 1.0 only
            <?xml version="2.0"?><a/>  | 1:1 [<?xml]       | IIS reads XML of version 1.0 only
            <!-- x -->~<!DOCTYPE a><a/>| 2:1 [<!DOCTYPE]   | a DOCTYPE is not allowed: IIS configuration has none
            <a><!DOCTYPE               | 1:4 [<!DOCTYPE]   | a DOCTYPE is not allowed: IIS configuration has none
            <!doctype html><html/>     | 1:1 [<!doctype]   | a DOCTYPE is not allowed: IIS configuration has none
            <a b="1"~c=""~b="2"/>      | 3:1 [b]           | attribute "b" is given twice
            <a b="1"c="2"/>            | 1:9 [c]           | expected an attribute, ">" or "/>" in <a
            <a b=1/>                   | 1:6 [1/]          | the value of "b" must stand in quotes
            <a b/>                     | 1:5 [/]           | attribute "b" has no value
            <a b="1>~<c d="2"/></a>    | 2:1 [<c]          | the value of "b" has no closing quote, or its "<" must be written "&lt;"
            <a b="x&y=1"/>             | 1:8 [&y]          | "&" begins no entity here; as text it is written "&amp;"
            <a>~x & y</a>              | 2:3 [&]           | "&" begins no entity here; as text it is written "&amp;"
            <a>~&nbsp;</a>             | 2:1 [&nbsp;]      | XML has no entity "&nbsp;"
            <a>~x&#0;</a>              | 2:2 [&#0;]        | "&#0;" is no character of XML
            <a>&#x;</a>                | 1:4 [&#x;]        | "&#" without the number of a character
            <a><!-- x -- y --></a>     | 1:11 [--]         | "--" inside a comment
            <a>]]></a>                 | 1:4 []]]          | "]]>" outside a CDATA section
            <a>~<<<<<<< HEAD~</a>      | 2:1 [<]           | a merge conflict was left unresolved
            <a/>~=======~<a/>          | 2:1 [=]           | a merge conflict was left unresolved
            <a>~<b:/></a>              | 2:1 [<b:/>]       | "b:" is no name
            <a><%= x %></a>            | 1:4 [<%]          | "<" begins no tag here; as text it is written "&lt;"
            <a>~<x:b/></a>             | 2:1 [<x:b/>]      | the prefix "x" is not declared
            <a x:b="1"/>               | 1:1 [<a]          | the prefix "x" is not declared
            <a xmlns:x=""/>            | 1:1 [<a]          | a prefix is declared with an empty namespace
            <a xmlns:xml="u"/>         | 1:1 [<a]          | the prefix "xml" cannot be declared
            """)
    void the_reason_is_short_and_the_place_is_that_of_the_text_at_fault(String text, String place, String reason) {
        UnreadableXmlException error = refused(text.replace('~', '\n'));
        Span span = error.span();
        assertThat(error).as(text).hasMessage(reason);
        assertThat(span.line() + ":" + span.column() + " [" + span.text() + "]")
                .as(text)
                .isEqualTo(place);
    }

    @Test
    void a_control_character_is_named_by_its_number() {
        assertThat(refused("<a>\n\u0001</a>")).hasMessage("character 0x1 is not allowed in XML");
        assertThat(refused("<a>\n\u0001</a>").span()).hasToString("web.config:2:1");
    }

    @Test
    void a_reason_speaks_english_whatever_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(refused("<?xml encoding='utf-8'?><a/>"))
                    .hasMessage("the version is required in the XML declaration");
            assertThat(refused("<a></b>")).hasMessageStartingWith("expected </a>");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_reason_stays_short_whatever_the_file_holds() {
        assertThat(refused("<a>&" + "n".repeat(900) + ";</a>").getMessage())
                .hasSizeLessThan(210)
                .startsWith("XML has no entity \"&nnn");
        assertThat(refused("<a " + "n".repeat(2000) + "=''/>")).hasMessage("a name is longer than what is read");
        assertThat(refused("<?xml version='1\n.0'?><a/>")).hasMessage("IIS reads XML of version 1.0 only");
        assertThat(refused("<?xml version='1.0' standalone='a\nb'?><a/>"))
                .hasMessageContaining("\"yes\" or \"no\", not \"a b\"");
    }

    private static UnreadableXmlException refused(String text) {
        return catchThrowableOfType(
                UnreadableXmlException.class, () -> new XmlReader().read("web.config", text.getBytes(UTF_8)));
    }
}
