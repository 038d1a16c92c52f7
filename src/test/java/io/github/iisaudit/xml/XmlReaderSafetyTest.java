package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile file cannot do. */
@Timeout(60)
class XmlReaderSafetyTest {

    private static final String SECRET = "<secret/>";

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'FILE'><a/>",
                "<!DOCTYPE a PUBLIC 'x' 'FILE'><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'FILE'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY % e SYSTEM 'FILE'> %e;]><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY f '&e;&e;&e;'>]><a>&f;</a>",
            })
    void a_doctype_is_refused_before_anything_it_names_is_read(String text) throws Exception {
        assertThat(refused(naming(text))).hasMessage("a DOCTYPE is not allowed: IIS configuration has none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='FILE'/></a>",
                "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:noNamespaceSchemaLocation='FILE'/>",
                "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='urn:x FILE'/>",
                "<?xml-stylesheet href='FILE'?><a/>",
                "<a configSource='FILE'/>",
            })
    void what_a_file_names_is_not_read(String text) throws Exception {
        assertThat(read(naming(text)).getDocument().asXML()).doesNotContain("secret");
    }

    @Test
    void a_file_of_more_than_the_largest_size_is_refused() {
        byte[] bytes = new byte[XmlReader.MAX_BYTES + 1];
        UnreadableXmlException error =
                catchThrowableOfType(UnreadableXmlException.class, () -> new XmlReader().read("web.config", bytes));
        assertThat(error).hasMessage("the file is larger than 16 MiB");
        assertThat(error.span()).hasToString("web.config:1:1");
    }

    @Test
    void a_file_of_the_largest_size_is_read() throws Exception {
        byte[] bytes = new byte[XmlReader.MAX_BYTES];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy("<a/>".getBytes(UTF_8), 0, bytes, bytes.length - 4, 4);
        assertThat(new XmlReader().read("web.config", bytes).span().column()).isEqualTo(bytes.length - 3);
    }

    @Test
    void elements_are_read_to_the_greatest_depth_and_no_deeper() throws Exception {
        String deepest = "<a>".repeat(XmlReader.MAX_DEPTH) + "</a>".repeat(XmlReader.MAX_DEPTH);
        assertThat(read(deepest).span().text()).isEqualTo(deepest);
        UnreadableXmlException error = refused("<a>".repeat(XmlReader.MAX_DEPTH) + "\n<b>");
        assertThat(error).hasMessage("elements are nested more than 256 deep");
        assertThat(error.span()).hasToString("web.config:2:1");
        assertThat(refused("<a>".repeat(1_000_000))).hasMessage("elements are nested more than 256 deep");
    }

    @Test
    void an_element_of_endless_attributes_is_refused() {
        StringBuilder text = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            text.append(" a").append(i).append("=''");
        }
        assertThat(refused(text.append("/>").toString())).hasMessage("an element has more attributes than are read");
    }

    @Test
    void endless_siblings_values_and_texts_are_read_in_time() throws Exception {
        assertThat(read("<a>" + "<b c=''/>".repeat(100_000) + "</a>").nodeCount())
                .isEqualTo(100_000);
        assertThat(read("<a b='" + "&#65;".repeat(200_000) + "'/>").attributeValue("b"))
                .hasSize(200_000);
        assertThat(read("<a>" + "x<![CDATA[<]]>".repeat(100_000) + "</a>").getText())
                .hasSize(200_000);
        assertThat(read("<a>" + "<!---->".repeat(100_000) + "</a>").nodeCount()).isEqualTo(100_000);
    }

    private String naming(String text) throws Exception {
        Path file = Files.writeString(temp.resolve("other.xml"), SECRET);
        return text.replace("FILE", file.toUri().toString());
    }

    private static LocatedElement read(String text) throws UnreadableXmlException {
        return new XmlReader().read("web.config", text.getBytes(UTF_8));
    }

    private static UnreadableXmlException refused(String text) {
        return catchThrowableOfType(UnreadableXmlException.class, () -> read(text));
    }
}
