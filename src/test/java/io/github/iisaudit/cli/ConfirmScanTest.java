package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What evidence makes of the findings of a scan. */
class ConfirmScanTest {

    @TempDir
    Path folder;

    private JsonNode finding(Evidence evidence) {
        evidence.run();
        Run run = Run.of(
                "scan",
                evidence.server().toString(),
                "--rule",
                "kernel-mode-preauth-401",
                "--format",
                "json",
                "--evidence",
                evidence.evidence().toString());
        return JsonMapper.shared().readTree(run.out()).path("findings").get(0);
    }

    @Test
    void whatACaptureConfirmsIsAnError() {
        Evidence evidence = new Evidence(folder).file("a.saz", Evidence.saz(Evidence.Exchange.refused(Evidence.BEGIN)));
        JsonNode finding = finding(evidence);
        assertThat(finding.path("severity").asString()).isEqualTo("error");
        assertThat(finding.toString()).contains("Evidence: confirmed.").contains("a.saz raw/01");
    }

    @Test
    void aLogAloneLeavesTheSeverity() {
        JsonNode finding = finding(new Evidence(folder).log("06:30:00 /hr/ - .41 401 1 2148074254"));
        assertThat(finding.path("severity").asString()).isEqualTo("warning");
        assertThat(finding.toString()).contains("Evidence: probable.").contains("u_ex260309.log:5");
    }

    @Test
    void whatWasNotSeenIsSaidWithSinceWhen() {
        JsonNode finding = finding(new Evidence(folder)
                .log("06:30:00 /hr/ - .41 401 2 5", "07:30:00 /hr/ CORP\\ann .41 200 0 0")
                .file(
                        "user.reg",
                        "REGEDIT4\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]\n"
                                + "\"DisableNTLMPreAuth\"=dword:1\n"));
        assertThat(finding.path("severity").asString()).isEqualTo("warning");
        assertThat(finding.toString())
                .contains("Not seen in 2 requests since 2026-03-09T06:30:00Z, the last at 2026-03-09T07:30:00Z.")
                .contains("user.reg:3 sets DisableNTLMPreAuth");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        Evidence evidence = new Evidence(folder).file("broken.saz", "PK\u0003\u0004 cut");
        evidence.run();
        Run run = Run.of(
                "scan",
                evidence.server().toString(),
                "--evidence",
                evidence.evidence().toString());
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("broken.saz");
    }
}
