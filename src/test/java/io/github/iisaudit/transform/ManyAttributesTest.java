package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As many attributes as an element may have are changed one by one. */
@Timeout(4)
class ManyAttributesTest {

    private static final int MOST = 9_900;
    private static final int ELEMENTS = 8;

    @Test
    void allAreSetOnSeveralElements() throws UnreadableXmlException {
        Draft draft = draft(all("x"));
        change(draft, "<add" + all("y") + " t:Transform='SetAttributes'/>");
        assertThat(draft.text()).isEqualTo(base(all("y")));
    }

    @Test
    void allAreAddedToSeveralElements() throws UnreadableXmlException {
        Draft draft = draft("");
        change(draft, "<add" + all("y") + " t:Transform='SetAttributes'/>");
        assertThat(draft.text().replaceAll("\\s+", " ")).isEqualTo(base(all("y")));
    }

    @Test
    void eachIsSetByItself() throws UnreadableXmlException {
        Draft draft = draft(all("x"));
        StringBuilder changes = new StringBuilder();
        for (int i = MOST; --i >= 0; ) {
            changes.append("<add a").append(i).append("='y' t:Transform='SetAttributes'/>");
        }
        change(draft, changes.toString());
        assertThat(draft.text()).isEqualTo(base(all("y")));
    }

    private static String all(String value) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < MOST; i++) {
            all.append(" a").append(i).append("=\"").append(value).append('"');
        }
        return all.toString();
    }

    private static String base(String attributes) {
        return "<c>" + ("<add" + attributes + "/>").repeat(ELEMENTS) + "</c>";
    }

    private static Draft draft(String attributes) throws UnreadableXmlException {
        return Draft.read("web.config", base(attributes).getBytes(StandardCharsets.UTF_8));
    }

    private static void change(Draft draft, String changes) throws UnreadableXmlException {
        String transform = "<c xmlns:t='" + Vocabulary.NAMESPACE + "'>" + changes + "</c>";
        draft.transform("web.Release.config", transform.getBytes(StandardCharsets.UTF_8));
        assertThat(draft.isWritten()).isTrue();
    }
}
