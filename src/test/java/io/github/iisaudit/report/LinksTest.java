package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Severity;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Presentation LINKED =
            new Presentation("1", 80, false, false, Automation.NONE, "file:///home/me/work/");

    private static String text(String root) {
        Sample sample = Sample.of("rule", Severity.ERROR).server("WEB01", root);
        return Sample.render(Format.TEXT.reporter(LINKED), Sample.report(sample, sample));
    }

    @Test
    void placesLeadToFileAndLine() {
        assertThat(text("snapshots/WEB01"))
                .contains("--> \u001B]8;;file:///home/me/work/snapshots/WEB01/C/inetpub/hr/web.config#6\u001B\\"
                        + "C/inetpub/hr/web.config:6:28\u001B]8;;\u001B\\\n")
                .contains("    \u001B]8;;file:///home/me/work/snapshots/WEB01/C/inetpub/hr/web.config#6\u001B\\");
        assertThat(text("/srv/a b")).contains("]8;;file:///srv/a%20b/C/inetpub/hr/web.config#6");
        assertThat(text("D:\\audit\\WEB01")).contains("]8;;file:///D:/audit/WEB01/C/inetpub/hr/web.config#6");
        assertThat(text(".")).contains("]8;;file:///home/me/work/C/inetpub/hr/web.config#6");
    }

    @Test
    void rulesLeadToTheirSource() {
        assertThat(text("."))
                .startsWith("\u001B]8;;https://learn.microsoft.com/iis\u001B\\error[rule]\u001B]8;;\u001B\\: ");
    }

    @Test
    void withoutLinksTheTextIsTheSame() {
        String plain = Sample.text(Sample.report(Sample.of("rule", Severity.ERROR), Sample.of("rule", Severity.ERROR)));

        assertThat(text("snapshots/WEB01").replaceAll("\u001B]8;;.*?\u001B\\\\", ""))
                .isEqualTo(plain);
        assertThat(LINKED.withoutColours().linkedFolder()).isEmpty();
    }
}
