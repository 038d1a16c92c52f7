package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReporterTest {

    private static final Sample FINDING = Sample.of("section-locked", Severity.ERROR)
            .message("locked")
            .paths("Site", "Site/hr")
            .via(marked(HOST, 12, "    [<windowsAuthentication]"), "turned off here");

    private static String json(Report report) {
        return Sample.render(Format.JSON.reporter(Sample.PLAIN), report);
    }

    @Test
    void theShapeIsThatOfTheContract() {
        List<Unreadable> unreadable = List.of(new Unreadable("WEB01", "r", "C/a/web.config", "3:7: no end tag"));

        assertThat(json(report(1, unreadable, List.of("a notice"), FINDING))).isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "tool": {
                            "name": "iisaudit",
                            "version": "1.2.3"
                          },
                          "summary": {
                            "servers": 1,
                            "files": 9,
                            "scopes": 17,
                            "errors": 1,
                            "warnings": 0,
                            "notes": 0,
                            "unreadable": 1,
                            "ignored": 0,
                            "suppressed": 0
                          },
                          "findings": [
                            {
                              "rule": "section-locked",
                              "severity": "error",
                              "confidence": "high",
                              "message": "locked",
                              "server": "WEB01",
                              "file": "C/inetpub/hr/web.config",
                              "line": 6,
                              "column": 28,
                              "endLine": 6,
                              "endColumn": 42,
                              "paths": [
                                "Site",
                                "Site/hr"
                              ],
                              "via": [
                                {
                                  "file": "C/Windows/System32/inetsrv/config/applicationHost.config",
                                  "line": 12,
                                  "column": 5,
                                  "message": "turned off here"
                                }
                              ],
                              "fingerprint": "0123456789abcdef",
                              "notes": []
                            }
                          ],
                          "unreadable": [
                            {
                              "server": "WEB01",
                              "file": "C/a/web.config",
                              "reason": "3:7: no end tag"
                            }
                          ],
                          "notices": [
                            "a notice"
                          ]
                        }
                        """);
    }

    @Test
    void notesFixAndLockFollowTheFixedFields() {
        Sample finding = FINDING.note("anonymous too", "Site").fix("unlock it").lockedBy(marked(HOST, 3, "[x]"));

        assertThat(json(report(finding))).contains("""
                              "fingerprint": "0123456789abcdef",
                              "notes": [
                                {
                                  "message": "anonymous too",
                                  "paths": [
                                    "Site"
                                  ]
                                }
                              ],
                              "fix": "unlock it",
                              "lockedBy": {
                                "file": "C/Windows/System32/inetsrv/config/applicationHost.config",
                                "line": 3,
                                "column": 1
                              }
                            }
                        """.indent(0));
    }

    @Test
    void whatABaselineSaysIsAdded() {
        Finding known = FINDING.finding().as(BaselineState.UNCHANGED);
        List<Fixed> fixed = List.of(new Fixed("stale-location", "WEB01", "a/web.config", "location[x]", "00ff"));

        assertThat(json(report(List.of(), List.of(known), fixed, List.of())))
                .contains("\"errors\": 0,", "\"known\": 1\n", "\"baselineState\": \"unchanged\"\n")
                .endsWith("""
                          "fixed": [
                            {
                              "rule": "stale-location",
                              "server": "WEB01",
                              "file": "a/web.config",
                              "place": "location[x]",
                              "fingerprint": "00ff"
                            }
                          ]
                        }
                        """);
        assertThat(json(report(FINDING))).doesNotContain("known", "baselineState", "fixed");
    }

    @Test
    void anEmptyReportHasEmptyLists() {
        assertThat(json(report())).contains("\"findings\": []").contains("\"unreadable\": []");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(json(report(FINDING.message("bell \u0007 \u001B[31m \"quoted\""))))
                .contains("\"bell \\u0007 \\u001B[31m \\\"quoted\\\"\"");
    }
}
