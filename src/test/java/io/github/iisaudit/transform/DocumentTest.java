package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void changes_of_as_many_elements_as_there_are_changes_are_too_many() {
        String elements = "<a>" + "<b x=''/>".repeat(5_000) + "</a>";
        String changes = "<a xmlns:t='http://schemas.microsoft.com/XML-Document-Transform'>"
                + "<b x='1' t:Transform='SetAttributes'/>".repeat(5_000) + "</a>";
        Document document = TreeReader.read(new SourceText("web.config", elements), true);
        Log log = new Log();
        new Transformation(document, new Original(document.source()), log)
                .apply(TreeReader.read(new SourceText("web.Release.config", changes), true));
        assertThat(document.isExhausted()).isTrue();
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void what_was_written_over_is_remembered_some_times() {
        Span nowhere = new Span(new SourceText("web.config", ""), 0, 0);
        Attribute written = new Attribute(new Name("", "a", ""), "0", nowhere, 0, Optional.empty());
        for (int i = 1; i < 100_000; i++) {
            written = written.withValue(String.valueOf(i)).over(written);
        }
        assertThat(written.over().orElseThrow().value()).isEqualTo("99998");
        assertThat(written.hashCode()).isEqualTo(written.hashCode());
    }
}
