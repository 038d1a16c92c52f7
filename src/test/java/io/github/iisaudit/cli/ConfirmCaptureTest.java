package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Evidence.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What captures and traces prove. */
class ConfirmCaptureTest {

    private static final String FINAL =
            "Negotiate oYGRMIGOooGLBIGITlRMTVNTUAADAAAAGAAYAFgAAAAYABgAcAAAAAgACABAAAAACAAIAEgAAAAIAAgA"
                    + "UAAAAAAAAACIAAAAFYKI4kMATwBSAFAAdQBzAGUAcgBQAEMAMQA3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

    @TempDir
    Path folder;

    private Evidence evidence;

    @BeforeEach
    void nothing() {
        evidence = new Evidence(folder);
    }

    private String verdict(Exchange... exchanges) {
        return evidence.file("a.saz", Evidence.saz(exchanges)).verdict();
    }

    @Test
    void credentialsAtOnceWithoutAWayOnConfirmIt() {
        assertThat(verdict(Exchange.refused(Evidence.BEGIN))).isEqualTo("confirmed");
        JsonNode exhibit = evidence.of("Intranet/hr").path("evidence").get(0);
        assertThat(exhibit.path("entry").asString()).isEqualTo("raw/01");
        assertThat(exhibit.path("token").asString()).isEqualTo("spnego-init-ntlm");
        assertThat(exhibit.path("length").asInt()).isEqualTo(74);
        assertThat(evidence.run().exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void aClientThatWasAskedFirstIsNotIt() {
        assertThat(verdict(Exchange.anonymous(), Exchange.accepted(Evidence.BEGIN)))
                .isEqualTo("not-seen");
        assertThat(verdict(Exchange.anonymous(), Exchange.refused(Evidence.BEGIN)))
                .isEqualTo("not-seen");
    }

    @Test
    void anotherClientThatWasAskedFirstDoesNotCount() {
        assertThat(verdict(Exchange.anonymous().of("chrome:1"), Exchange.refused(Evidence.BEGIN)))
                .isEqualTo("confirmed");
    }

    @Test
    void aChallengeIsAnOrdinaryStep() {
        assertThat(verdict(Exchange.continued(Evidence.BEGIN), Exchange.accepted(FINAL)))
                .isEqualTo("not-seen");
    }

    @Test
    void aRefusedLastTokenHasAnotherCause() {
        assertThat(verdict(Exchange.anonymous(), Exchange.continued(Evidence.BEGIN), Exchange.refused(FINAL)))
                .isEqualTo("other-cause");
    }

    @Test
    void otherSchemesBesideMakeNoDifference() {
        assertThat(verdict(
                        new Exchange("a:1", Evidence.BEGIN, 401, List.of("Negotiate, NTLM", "Basic realm=\"a, b\""))))
                .isEqualTo("confirmed");
    }

    @Test
    void withoutKernelModeACaptureOnlyLooksSo() {
        evidence.windows("enabled=\"true\" useKernelMode=\"false\"");
        assertThat(verdict(Exchange.refused(Evidence.BEGIN))).isEqualTo("contradicted");
    }

    @Test
    void theStrongestEvidenceCounts() {
        evidence.log("06:30:00 /hr/ - .41 401 1 2148074252");
        assertThat(verdict(Exchange.refused(Evidence.BEGIN))).isEqualTo("confirmed");
        assertThat(evidence.of("Intranet/hr").path("otherCauses")).hasSize(1);
    }

    @Test
    void withoutAConfigurationTheLogMayConfirmACapture() {
        evidence.file("a.saz", Evidence.saz(Exchange.refused(Evidence.BEGIN)));
        String[] question = {"confirm", "--evidence", evidence.evidence().toString()};
        assertThat(Run.of(question).out()).contains("intranet.corp.example: consistent");
        evidence.file(
                "x.log",
                "#Fields: date time cs-host s-port cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status\n"
                        + "2026-03-09 06:30:00 intranet.corp.example 80 /hr/default.aspx - 10.0.0.1 401 1 2148074254\n");
        assertThat(Run.of(question).out()).contains("intranet.corp.example: confirmed");
    }

    @Test
    void archivesOfBrowsersAreReadWhateverTheCaseOfTheirHeaders() {
        evidence.file("a.har", "\uFEFF" + Evidence.har(Exchange.refused(Evidence.BEGIN)));
        assertThat(evidence.verdict()).isEqualTo("confirmed");
    }

    @Test
    void anArchiveWithoutCredentialsProvesNothingAndSaysSo() {
        evidence.file("a.har", Evidence.har(Exchange.anonymous(), Exchange.accepted("")));
        JsonNode of = evidence.of("Intranet/hr");
        assertThat(of.path("verdict").asString()).isEqualTo("no-evidence");
        assertThat(of.path("reason").asString()).contains("a.har").contains("Fiddler");
        evidence.file("a.har", Evidence.har(Exchange.refused("REDACTED"), Exchange.refused("Negotiate REDACTED")));
        assertThat(evidence.verdict()).isEqualTo("no-evidence");
    }

    @Test
    void anEncryptedArchiveOpensWithThePasswordOfAFile() throws Exception {
        Path plain = Files.write(folder.resolve("plain.saz"), Evidence.saz(Exchange.refused(Evidence.BEGIN)));
        evidence.file("a.saz", Locked.copy(plain, folder.resolve("locked.saz"), "s3cret"));
        Run run = evidence.run();
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err())
                .isEqualTo("iisaudit: a.saz: it is encrypted: --evidence-password-file FILE gives its password\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "other\n");
        assertThat(evidence.run("--evidence-password-file", wrong.toString()).err())
                .contains("does not open it");
        Path right = Files.writeString(folder.resolve("right"), "s3cret\r\n");
        assertThat(evidence.verdict("Intranet/hr", "--evidence-password-file", right.toString()))
                .isEqualTo("confirmed");
    }

    private static String trace(String status, String code, String headers) {
        return "<?xml version=\"1.0\"?><failedRequest url=\"http://intranet.corp.example:80/hr/default.aspx?secret=1\" siteId=\"2\""
                + " userName=\"\" statusCode=\"" + status
                + "\"><Event><System><TimeCreated SystemTime=\"2026-03-09T06:30:00.120Z\"/>"
                + "</System><EventData><Data Name=\"Headers\">" + headers + "</Data></EventData><RenderingInfo><Opcode>"
                + "GENERAL_REQUEST_HEADERS</Opcode></RenderingInfo></Event><Event><EventData><Data Name=\"ErrorCode\">"
                + code
                + "</Data></EventData></Event></failedRequest>";
    }

    @Test
    void aTraceOfTheFaultIsWorthWhatItShows() {
        evidence.file("W3SVC2/fr1.xml", trace("401.1", "2148074254", "Host: x"));
        assertThat(evidence.verdict()).isEqualTo("consistent");
        evidence.file("W3SVC2/fr1.xml", trace("401.1", "0x8009030e", "Host: x&#10;Authorization: " + Evidence.BEGIN));
        assertThat(evidence.verdict()).isEqualTo("probable");
        evidence.file("W3SVC2/fr1.xml", trace("401.1", "2148074252", "Host: x"));
        assertThat(evidence.verdict()).isEqualTo("other-cause");
        evidence.file("W3SVC2/fr1.xml", trace("500.0", "0", "Host: x"));
        assertThat(evidence.verdict()).isEqualTo("not-seen");
    }
}
