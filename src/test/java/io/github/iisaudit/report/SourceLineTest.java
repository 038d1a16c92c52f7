package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.labelled;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static io.github.iisaudit.report.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLineTest {

    private static final Sample FINDING = Sample.of("kernel-mode-preauth-401", Severity.WARNING);

    @Test
    void aVeryLongLineIsCutAroundTheMark() {
        String before = "<a/>".repeat(3000);
        Place place = marked("web.config", 1, before + "<b [c=\"1\"]/>" + before);

        assertThat(text(report(FINDING.at(place))))
                .contains("…")
                .contains("c=\"1\"")
                .satisfies(text -> {
                    List<String> lines = text.lines().toList();
                    int source = lines.indexOf(lines.stream()
                            .filter(l -> l.startsWith("  1 |"))
                            .findFirst()
                            .orElseThrow());
                    assertThat(lines.get(source).indexOf("c=\"1\""))
                            .isEqualTo(lines.get(source + 1).indexOf("^^^^^"));
                });
    }

    @Test
    void aMarkThatIsWiderThanThePageShowsItsBeginning() {
        Place place = marked("web.config", 1, "  <b [c=\"" + "x".repeat(300) + "\"]/>");

        assertThat(text(report(FINDING.at(place)))).contains("c=\"xxx").contains("xxx…\n");
    }

    @Test
    void tabsAndWideCharactersKeepTheMarkInPlace() {
        Place place = marked("web.config", 1, "\t<!-- 日本 --><b [c=\"1\"]/>");

        assertThat(text(report(FINDING.at(place))))
                .contains("  1 |     <!-- 日本 --><b c=\"1\"/>\n    |                     ^^^^^\n");
    }

    @Test
    void nothingInAFileReachesTheTerminalAsACommand() {
        Place place = labelled(marked("a\u001B[31m.config", 1, "<b [c=\"\u001B]0;x\u0007\u202E\"]/>"), "\u009B2J");
        Sample evil = FINDING.at(place)
                .message("bell \u0007 and\nline")
                .paths("Site\u001B[2J")
                .fix("\u2028x");

        assertThat(text(report(evil)).codePoints().filter(c -> c != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .doesNotContain(0x2028);
    }

    @Test
    void aFindingWithoutASourceLineStillHasItsPlace() {
        Place place = new Place("web.config", 1, 1, 1, 1, "", "the file is empty");

        assertThat(text(report(FINDING.at(place)))).contains("  --> web.config:1:1\n    = note the file is empty\n");
    }
}
