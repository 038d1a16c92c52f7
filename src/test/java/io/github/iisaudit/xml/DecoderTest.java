package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final String TEXT = "<a b=\"é€😀\"/>";

    @Test
    void a_file_that_declares_nothing_is_utf_8() throws Exception {
        assertThat(decoded(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws Exception {
        assertThat(decoded(bytes("EF BB BF", TEXT, UTF_8))).isEqualTo(TEXT);
        assertThat(decoded(bytes("FF FE", TEXT, UTF_16LE))).isEqualTo(TEXT);
        assertThat(decoded(bytes("FE FF", TEXT, UTF_16BE))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_without_a_mark_is_known_by_its_first_bytes(String encoding) throws Exception {
        assertThat(decoded(TEXT.getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "UTF-8", "iso-8859-1", "ISO-8859-15", "windows-1252", "Windows-1250"})
    void the_declared_encoding_is_used(String encoding) throws Exception {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?><a>é</a>";
        assertThat(decoded(text.getBytes(Charset.forName(encoding)))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
                "<?xml\n\tversion = '1.0'\r\n\tencoding = 'windows-1252' standalone='yes' ?>",
                "<?xml encoding='windows-1252'?>",
            })
    void a_declaration_may_be_laid_out_in_any_way(String declaration) throws Exception {
        assertThat(decoded((declaration + "<a>’</a>").getBytes(Charset.forName("windows-1252"))))
                .endsWith("<a>’</a>");
    }

    @Test
    void only_a_declaration_declares_an_encoding() throws Exception {
        String text = "<a xml=\"1\" encoding='windows-1252'>é</a>";
        assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
        String later = "<?xml version='1.0'?><a encoding='windows-1252'>é</a>";
        assertThat(decoded(later.getBytes(UTF_8))).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "utf-16", "windows-1252", "us-ascii", "nonsense"})
    void a_byte_order_mark_wins_over_the_declaration(String declared) throws Exception {
        String text = "<?xml version='1.0' encoding='" + declared + "'?><a>é</a>";
        assertThat(decoded(bytes("EF BB BF", text, UTF_8))).isEqualTo(text);
        assertThat(decoded(bytes("FF FE", text, UTF_16LE))).isEqualTo(text);
        assertThat(decoded(bytes("FE FF", text, UTF_16BE))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16LE", "unicode", "utf-32", "IBM037", "x-unheard-of", "a b", "", "é"})
    void a_declaration_that_cannot_be_true_or_is_unknown_gives_way_to_utf_8(String declared) throws Exception {
        String text = "<?xml version='1.0' encoding='" + declared + "'?><a>é€</a>";
        assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @Test
    void a_byte_that_is_not_of_the_encoding_is_an_error_at_its_line_and_column() {
        UnreadableXmlException error =
                refused(join("<a>\r\n<!-- é\tcaf".getBytes(UTF_8), hex("E9"), " -->\n</a>".getBytes(UTF_8)));
        assertThat(error).hasMessage("byte 0xE9 is not valid UTF-8, the encoding of a file that declares none");
        assertThat(error.span()).hasToString("web.config:2:11");
        assertThat(error.span().source().lineText(2)).isEqualTo("<!-- é\tcaf\uFFFD -->");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            utf-8        | E9    | byte 0xE9 is not valid UTF-8, the declared encoding
            us-ascii     | C3 A9 | byte 0xC3 is not valid US-ASCII, the declared encoding
            windows-1252 | 81    | byte 0x81 is not valid windows-1252, the declared encoding
            utf-16       | E9    | byte 0xE9 is not valid UTF-8, tried because the declared "utf-16" cannot be
            foo          | E9    | byte 0xE9 is not valid UTF-8, tried because the declared "foo" is unknown
            utf-8        | FF    | byte 0xFF is not valid UTF-8, the declared encoding
            utf-8        | C0 80 | byte 0xC0 is not valid UTF-8, the declared encoding
            """)
    void the_reason_names_the_byte_and_why_its_encoding_was_taken(String declared, String bad, String reason) {
        String text = "<?xml version='1.0' encoding='" + declared + "'?>\n<a>";
        byte[] bytes = join(text.getBytes(ISO_8859_1), hex(bad), "</a>".getBytes(ISO_8859_1));
        assertThat(refused(bytes)).hasMessage(reason);
        assertThat(refused(bytes).span()).hasToString("web.config:2:4");
    }

    @Test
    void half_a_character_at_the_end_is_an_error() {
        assertThat(refused(join("<a/>".getBytes(UTF_8), hex("C3"))))
                .hasMessageStartingWith("byte 0xC3 is not valid UTF-8");
        assertThat(refused(bytes("FF FE 3C", "", UTF_8)))
                .hasMessage("byte 0x3C is not valid UTF-16LE, the encoding of its byte order mark");
        assertThat(refused(join("<a>".getBytes(UTF_16BE), hex("D8 00 00 3C"))))
                .hasMessageContaining("UTF-16BE, the encoding that its first bytes show");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF FE 00 00 3C 00 00 00", "00 00 FE FF 00 00 00 3C", "3C 00 00 00", "00 00 00 3C"})
    void utf_32_is_refused(String bytes) {
        assertThat(refused(hex(bytes))).hasMessage("the file is in UTF-32, which IIS does not read");
    }

    @Test
    void nul_bytes_are_said_to_be_binary_whatever_else_is_wrong() {
        UnreadableXmlException error = refused(hex("4D 5A 90 0A 03 00 00 FF"));
        assertThat(error).hasMessage("a NUL byte: the file is binary, not XML");
        assertThat(error.span()).hasToString("web.config:2:2");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        assertThat(refused(new byte[0])).hasMessage("the file is empty");
        assertThat(refused(new byte[0]).span()).hasToString("web.config:1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "0D 0A 0D 0A 09", "EF BB BF", "EF BB BF 0A", "FF FE", "FE FF 00 20"})
    void white_space_is_no_root_element(String bytes) {
        assertThat(refused(hex(bytes))).hasMessage("there is no root element, only white space");
    }

    @Test
    void a_second_byte_order_mark_is_named_since_it_cannot_be_seen() {
        assertThat(refused(bytes("EF BB BF EF BB BF", "<a/>", UTF_8)))
                .hasMessage("a second byte order mark before the text");
    }

    private static String decoded(byte[] bytes) throws UnreadableXmlException {
        return Decoder.decode("web.config", bytes).text();
    }

    private static UnreadableXmlException refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableXmlException.class, () -> Decoder.decode("web.config", bytes));
    }

    private static byte[] bytes(String first, String text, Charset charset) {
        return join(hex(first), text.getBytes(charset));
    }

    private static byte[] hex(String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String each : hex.split(" ")) {
            out.write(Integer.parseInt(each, 16));
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
