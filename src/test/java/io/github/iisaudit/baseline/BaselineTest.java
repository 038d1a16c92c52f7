package io.github.iisaudit.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final Entry FIRST = new Entry("WEB01", "C/a/web.config", "rule-a", "x/@y", "0123456789abcdef");
    private static final Entry SECOND = new Entry("WEB01", "C/b/web.config", "rule-a", "x/@y", "0123456789abcdef");
    private static final String HEADER = "# iisaudit baseline 1\n";

    private static Baseline read(String text) throws InvalidBaselineException {
        return Baseline.read("known.txt", text);
    }

    @Test
    void isALineForEachFindingSorted() {
        String text = new Baseline("1.2.3", List.of(SECOND, FIRST, FIRST)).text();

        assertThat(text.lines().skip(3))
                .containsExactly(
                        "WEB01\tC/a/web.config\trule-a\tx/@y\t0123456789abcdef",
                        "WEB01\tC/a/web.config\trule-a\tx/@y\t0123456789abcdef",
                        "WEB01\tC/b/web.config\trule-a\tx/@y\t0123456789abcdef");
        assertThat(text).startsWith(HEADER + "# written by iisaudit 1.2.3\n# ").endsWith("\n");
    }

    @Test
    void readsWhatItWrote() throws InvalidBaselineException {
        Baseline written = new Baseline("1.2.3", List.of(FIRST, FIRST, SECOND));

        assertThat(read(written.text())).isEqualTo(written);
    }

    @Test
    void readsLinesInAnyOrderWithAnyLineEnds() throws InvalidBaselineException {
        String text = new Baseline("1", List.of(FIRST, SECOND)).text();
        List<String> lines = text.lines().toList();
        String other = lines.get(0) + "\r\n\r\n" + lines.get(4) + "\r\n# mine\r\n" + lines.get(3);

        assertThat(read(other).entries()).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#1",
                "tab\tand\nline",
                "\\u0041",
                "back\\slash\\",
                "\u202Ehidden",
                "half \uD800",
                "\uD83D\uDE00",
                "\u2028",
                "\uDB40\uDC41"
            })
    void keepsNamesOfAnyKind(String name) throws InvalidBaselineException {
        Entry odd = new Entry(name, name, "rule", name, "0123456789abcdef");
        String text = new Baseline("1", List.of(odd)).text();

        assertThat(text.lines()).hasSize(4);
        assertThat(read(text).entries()).containsExactly(odd);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidBaselineException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesALineThatIsNoEntryNamingIt() {
        String tooFew = "known.txt:3: this is no finding";

        assertRefused(HEADER + "\nWEB01 C/a/web.config rule-a x 0123456789abcdef\n", tooFew);
        assertRefused(HEADER + "\nWEB01\tC/a/web.config\trule-a\tx/@y\t0123\n", tooFew);
        assertRefused(HEADER + "\nWEB01\tC/a/web.config\trule-a\tx/@y\t0123456789ABCDEF\n", tooFew);
        assertRefused(HEADER + "\nWEB01\tC/a/web.config\t\tx/@y\t0123456789abcdef\n", tooFew);
        assertRefused(HEADER + "\na\tb\tc\td\te\t0123456789abcdef\n", tooFew);
    }

    @Test
    void refusesAMergeConflictNamingIt() {
        assertRefused(HEADER + "<<<<<<< HEAD\n", "known.txt:2: a merge conflict is not resolved");
        assertRefused(HEADER + "=======\n", "known.txt:2: a merge conflict is not resolved");
        assertRefused("<<<<<<< HEAD\n" + HEADER, "known.txt:1: a merge conflict is not resolved");
    }

    @Test
    void refusesWhatIsNoBaselineOrOfAnotherFormat() {
        assertRefused("", "known.txt:1: this is no baseline");
        assertRefused("{}", "known.txt:1: this is no baseline");
        assertRefused("# iisaudit baseline 2\n", "known.txt:1: this baseline is of format 2");
    }
}
