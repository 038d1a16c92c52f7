package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A password in an audited line stays there, whatever the format. */
class SecretsInReportsTest {

    private static final String LINE = "<processModel userName=\"svc\" [password=\"geheim\"] /> <!-- pwd=geheim; -->";

    @ParameterizedTest
    @EnumSource(Format.class)
    void noFormatPrintsAPassword(Format format) {
        Sample sample = Sample.of("password-in-clear-text", Severity.WARNING)
                .at(marked(HOST, 7, LINE))
                .via(marked(HOST, 3, LINE), "set here")
                .lockedBy(marked(HOST, 2, LINE));
        Report report = Sample.report(1, List.of(), List.of(), List.of(sample.finding(), sample.suppressed("planned")));

        String text = Sample.render(format.reporter(Sample.PLAIN), report);

        assertThat(text).contains("password-in-clear-text").doesNotContain("geheim");
    }
}
