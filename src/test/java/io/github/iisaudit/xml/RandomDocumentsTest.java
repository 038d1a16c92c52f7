package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.RandomDocument.Written;
import io.github.iisaudit.xml.RandomDocument.WrittenAttribute;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RandomDocumentsTest {

    private final XmlReader reader = new XmlReader();

    @Test
    @Timeout(60)
    void every_element_and_attribute_is_where_it_was_written() throws Exception {
        for (long seed = 0; seed < 400; seed++) {
            RandomDocument document = new RandomDocument(seed);
            List<LocatedElement> read = new ArrayList<>();
            collect(reader.read("seed-" + seed, document.bytes()), read);
            assertThat(read).as("elements of seed %d", seed).hasSameSizeAs(document.elements);
            for (int i = 0; i < read.size(); i++) {
                assertSamePlaces(read.get(i), document.elements.get(i));
            }
        }
    }

    private static void collect(LocatedElement element, List<LocatedElement> found) {
        found.add(element);
        for (Element child : element.elements()) {
            collect((LocatedElement) child, found);
        }
    }

    private static void assertSamePlaces(LocatedElement read, Written written) {
        SourceText source = read.span().source();
        assertThat(read.getQualifiedName()).isEqualTo(written.name);
        assertThat(read.span()).isEqualTo(new Span(source, written.start, written.end));
        assertThat(read.startTag()).isEqualTo(new Span(source, written.start, written.startTagEnd));
        assertThat(read.nameSpan().text()).isEqualTo("<" + written.name);
        assertThat(read.attributes()).as("attributes at %s", read.span()).hasSameSizeAs(written.attributes);
        for (int i = 0; i < written.attributes.size(); i++) {
            assertSamePlaces((LocatedAttribute) read.attribute(i), written.attributes.get(i));
        }
    }

    private static void assertSamePlaces(LocatedAttribute read, WrittenAttribute written) {
        assertThat(read.getQualifiedName()).isEqualTo(written.name());
        assertThat(read.getValue()).as("value at %s", read.span()).isEqualTo(written.value());
        assertThat(read.valueSpan().text()).isEqualTo(written.raw());
        assertThat(read.span().start()).isEqualTo(written.start());
        assertThat(read.span().end()).isEqualTo(written.end());
    }
}
