package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrefixMaskTest {

    private static final String XDT = "xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'";

    @Test
    void transforms_as_people_write_them_need_no_full_parser() {
        for (String plain : List.of(
                "<a " + XDT + "><b c='xdt:d' xdt:Transform='Remove'/></a>",
                "<a\n  " + XDT + "\n  xdt:Transform='Remove'/>",
                "<xdt:a " + XDT + "><xdt:b>xdt:</xdt:b><!-- xdt:c --></xdt:a>")) {
            assertThatCode(() -> check(plain)).as(plain).doesNotThrowAnyException();
        }
    }

    @Test
    void whatever_may_be_wrong_is_left_to_the_full_parser() {
        for (String other : List.of(
                "<a xdt:b='1'/>",
                "<a><b " + XDT + "/></a>",
                "<a " + XDT + "><b xmlns:c='c'/></a>",
                "<a " + XDT + " xdt:b='1' xdt:b='2'/>",
                "<a " + XDT + "><xdt:/></a>",
                "<a " + XDT + "><xdt:b:c/></a>",
                "<a " + XDT + "><xdt:b></b></a>",
                "<a " + XDT + "><myxdt:b/></a>",
                "<a " + XDT + "><xdt:1/></a>",
                "<a><!-- " + XDT + "--><b xdt:c='1'/></a>",
                "<a xmlns:xdt=''/>",
                "<a xmlns:xml='x'/>",
                "<a xmlns:='x'/>",
                "<a xmlns:xdt")) {
            assertThatThrownBy(() -> check(other)).as(other).isInstanceOf(NotPlainException.class);
        }
    }

    /** Whatever is cut out of a transform or doubled in it: nothing passes that a full parser would refuse. */
    @Test
    void nothing_passes_that_a_full_parser_refuses() throws Exception {
        String whole = "<a " + XDT + " xdt:e='1'><xdt:b c='x'/>t&amp;<!-- xdt:d --></a>";
        int passed = 0;
        for (int from = 0; from < whole.length(); from++) {
            for (int to = from + 1; to <= Math.min(whole.length(), from + 6); to++) {
                String cut = whole.substring(0, from) + whole.substring(to);
                String doubled = whole.substring(0, to) + whole.substring(from);
                for (String text : List.of(cut, doubled)) {
                    if (passes(text)) {
                        passed++;
                        assertThat(new XmlReader().read("a", text.getBytes("UTF-8")))
                                .as(text)
                                .isNotNull();
                    }
                }
            }
        }
        assertThat(passed).isGreaterThan(100);
    }

    private static boolean passes(String text) {
        try {
            check(text);
            return true;
        } catch (NotPlainException e) {
            return false;
        }
    }

    private static void check(String text) throws NotPlainException {
        PrefixMask.check(new SourceText("a", text), true);
    }
}
