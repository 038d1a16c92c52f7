package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes are, a file is read or refused with a reason and a place. */
@Timeout(60)
class XmlReaderRobustnessTest {

    private static final String MARKUP = "<>&'\"=/!?-[]; \n\rax:#";

    private final XmlReader reader = new XmlReader();

    @Test
    void random_bytes_are_refused_with_a_place() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    @Test
    void random_markup_is_read_or_refused_with_a_place() {
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[4 + random.nextInt(40)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) MARKUP.charAt(random.nextInt(MARKUP.length()));
            }
            bytes[0] = '<';
            bytes[1] = 'a';
            readOrRefuse(bytes);
        }
    }

    @Test
    void a_document_with_a_few_bytes_changed_is_read_or_refused_with_a_place() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new RandomDocument(random.nextInt(100)).bytes();
            for (int k = random.nextInt(4); k >= 0 && bytes.length > 0; k--) {
                bytes = changed(bytes, random);
            }
            readOrRefuse(bytes);
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(bytes, at);
            case 1:
                return Arrays.copyOfRange(bytes, at, bytes.length);
            case 2:
                bytes[at] = (byte) random.nextInt(256);
                return bytes;
            default:
                bytes[at] = (byte) MARKUP.charAt(random.nextInt(MARKUP.length()));
                return bytes;
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            assertPlaces(reader.read("web.config", bytes));
        } catch (UnreadableXmlException e) {
            assertThat(e.getMessage())
                    .isNotBlank()
                    .doesNotContain("\n", "\r", "JAXP")
                    .hasSizeLessThan(210);
            assertThat(e.span().start()).isBetween(0, e.span().end());
            assertThat(e.span().end())
                    .isLessThanOrEqualTo(e.span().source().text().length());
        }
    }

    private static void assertPlaces(Element element) {
        LocatedElement located = (LocatedElement) element;
        assertThat(located.span().text())
                .startsWith("<" + element.getQualifiedName())
                .endsWith(">");
        for (Attribute attribute : element.attributes()) {
            assertThat(((LocatedAttribute) attribute).span().text()).startsWith(attribute.getQualifiedName());
        }
        element.elements().forEach(XmlReaderRobustnessTest::assertPlaces);
    }
}
