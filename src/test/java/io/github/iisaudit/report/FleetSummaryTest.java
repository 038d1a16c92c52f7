package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.fleet.Drift.Site;
import io.github.iisaudit.fleet.Drift.Variant;
import io.github.iisaudit.fleet.WindowsSettings;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetSummaryTest {

    private static String text(List<Site> drift, List<Unreadable> unreadable, List<Finding> findings) {
        Report report =
                new Report(List.of(), Findings.of(findings), List.of(), unreadable, List.of(), drift, 60, 9, 17);
        return Sample.text(report);
    }

    private static List<Finding> onServers(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 10; i < 10 + count; i++) {
            findings.add(Sample.of("a-rule", Severity.ERROR)
                    .server("WEB" + i, "WEB" + i)
                    .finding());
            findings.add(Sample.of("b-rule", Severity.NOTE)
                    .server("WEB" + i, "WEB" + i)
                    .finding());
            findings.add(Sample.of("b-rule", Severity.NOTE)
                    .server("WEB" + i, "WEB" + i)
                    .finding());
        }
        return findings;
    }

    @Test
    void countsServersByTheirState() {
        assertThat(text(List.of(), List.of(new Unreadable("WEB10", "WEB10", "x", "broken")), onServers(5)))
                .contains("servers: 55 clean, 4 with findings, 1 not fully audited\n");
    }

    @Test
    void namesTheCausesTheGravestFirst() {
        assertThat(text(List.of(), List.of(), onServers(30))).contains("""
            causes
                30 servers  error    a-rule (30)
                30 servers  note     b-rule (60)
            what to do first
            """);
    }

    @Test
    void showsSomePlacesOfARuleAndCountsTheOthers() {
        assertThat(text(List.of(), List.of(), onServers(30)))
                .contains("and 10 more: --full, or --format csv or json, has them all")
                .contains("and 40 more: --full, or --format csv or json, has them all");
    }

    @Test
    void namesTheServersThatDifferFromMostOthersAndOnlyWhatDiffers() {
        WindowsSettings kernel = new WindowsSettings(List.of("on", "useKernelMode=true", "providers Negotiate NTLM"));
        WindowsSettings user = new WindowsSettings(List.of("on", "useKernelMode=false", "providers Negotiate NTLM"));
        Site site = new Site(
                "Intranet",
                List.of(
                        new Variant(kernel, List.of("WEB01", "WEB02", "WEB03")),
                        new Variant(user, List.of("WEB04")),
                        new Variant(new WindowsSettings(List.of("off")), List.of("WEB05"))));
        assertThat(text(List.of(site), List.of(), List.of())).contains("""
            sites of one name whose Windows authentication differs from server to server
              Intranet
                 3 servers  on, useKernelMode=true
                  1 server  on, useKernelMode=false: WEB04
                  1 server  off: WEB05
            """);
    }
}
