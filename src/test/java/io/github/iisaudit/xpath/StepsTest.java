package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.rule.Documents;
import io.github.iisaudit.xml.LocatedElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    private static final LocatedElement MANY =
            Documents.written("web.config", "<c>" + "<a b='some text'>more</a>".repeat(3_000) + "</c>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//*[//*[//*[//* = 'x'] = 'x'] = 'x']",
                "//*[//*[count(//@*) = 1]]",
                "//*[count(//*[. = /*]) = -1]",
                "//*[/* = 'x' or string(/) = 'y' or contains(/, /)]",
                "//a[preceding-sibling::a[following-sibling::a[. = 'x']]]",
                "//a[translate(/, /, /) = 'x']",
                "//a[substring-before(/, concat(/, /, 'x')) = 'x']",
                "//*[//*[following::*[. = 'x']]]",
                "//*[preceding::node()[preceding::node() = 'x']]",
                "//*[following::a[contains(/, /) and translate(/, /, 'x') = 'x']]",
                "//*[following::a[concat(/, /, /, /, /, /) = concat(/, /)]]"
            })
    void no_expression_runs_for_ever(String xpath) throws Exception {
        SafeXPath expression = SafeXPath.compile(xpath);

        assertThatThrownBy(() -> expression.nodes(MANY)).isInstanceOf(TooManyStepsException.class);
    }

    @Test
    void no_text_grows_without_end() throws Exception {
        String text = "/";
        for (int i = 0; i < 3; i++) {
            text = "concat(" + (text + ", ").repeat(4) + "'')";
        }
        SafeXPath expression = SafeXPath.compile("string(" + text + ")");

        LocatedElement large = Documents.written("web.config", "<c>" + "x".repeat(100_000) + "</c>");

        assertThatThrownBy(() -> expression.string(large)).isInstanceOf(TooManyStepsException.class);
    }

    @Test
    void each_evaluation_has_its_own_steps_and_the_same_ones_each_time() throws Exception {
        Focus focus = Focus.in(MANY.getDocument());
        SafeXPath expression = SafeXPath.compile("//a[@b = 'x']");
        expression.nodes(MANY, focus);
        long taken = focus.steps().taken();
        expression.nodes(MANY, focus);

        assertThat(taken).isBetween(6_000L, 20_000L);
        assertThat(focus.steps().taken()).isEqualTo(taken);
    }

    @Test
    void names_of_a_document_are_looked_up_among_as_many() throws Exception {
        StringBuilder text = new StringBuilder("<c>");
        for (int i = 0; i < 5_000; i++) {
            text.append("<a v='A")
                    .append(2 * i)
                    .append("'/><b v='a")
                    .append(3 * i)
                    .append("'/>");
        }
        LocatedElement names = Documents.written("web.config", text + "</c>");
        Focus focus = Focus.in(names.getDocument());

        assertThat(SafeXPath.compile("/c/a[iis:has(/c/b/@v, @v)]").nodes(names, focus))
                .hasSize(1_667);
        assertThat(focus.steps().taken()).isLessThan(50_000);
    }
}
