package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.xml.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String TRANSFORM = "<a xmlns:t='http://schemas.microsoft.com/XML-Document-Transform'>"
            + "<b t:Transform='Remove'/><c t:Transform='Remove'/></a>";

    /** One in which nearly as much was looked for as may be. */
    private static Document nearlyExhausted() {
        Document document = TreeReader.read(new SourceText("web.config", "<a><b/><c/></a>"), true);
        document.count(19_999_999);
        return document;
    }

    @Test
    void a_plain_path_counts_what_it_looks_at() {
        assertThatThrownBy(() -> PlainPath.select("/a/b", nearlyExhausted(), Map.of()))
                .isInstanceOf(TransformException.class)
                .hasMessageContaining("takes more than 20000000 looks");
    }

    @Test
    void the_full_engine_counts_what_it_looks_at() {
        assertThatThrownBy(() -> Paths.evaluate("//b", nearlyExhausted(), Map.of()))
                .isInstanceOf(TransformException.class)
                .hasMessageContaining("takes more than 20000000 looks");
    }

    @Test
    void a_transform_that_takes_too_much_ends_with_one_error() {
        Document document = nearlyExhausted();
        Document transform = TreeReader.read(new SourceText("web.Release.config", TRANSFORM), true);
        Log log = new Log();
        assertThat(new Transformation(document, new Original(document.source()), log).apply(transform))
                .hasSize(1);
        assertThat(log.messages()).hasSize(1);
    }
}
