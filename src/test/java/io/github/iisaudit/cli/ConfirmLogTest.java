package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the rows of a log prove. */
class ConfirmLogTest {

    private static final String SYMPTOM = "06:30:00 /hr/default.aspx - .41 401 1 2148074254";
    private static final String ASKED = "06:29:00 /hr/a.aspx - .41 401 2 5";

    @TempDir
    Path folder;

    private Evidence evidence;

    @BeforeEach
    void nothing() {
        evidence = new Evidence(folder);
    }

    @Test
    void theFirstRowAfterAStartWithoutAQuestionBeforeAndASuccessAfterItIsTheFault() {
        evidence.log(SYMPTOM, "06:30:03 /hr/ CORP\\ann .41 200 0 0");
        assertThat(evidence.verdict()).isEqualTo("probable");
        assertThat(evidence.run().exit()).isEqualTo(ExitCode.FINDINGS);
        JsonNode of = evidence.of("Intranet/hr");
        assertThat(of.path("preauth").path("rows").asInt()).isEqualTo(1);
        assertThat(of.path("preauth").path("first").asString()).isEqualTo("2026-03-09T06:30:00Z");
        assertThat(of.path("evidence").get(0).path("line").asInt()).isEqualTo(5);
        assertThat(evidence.verdict("Intranet")).isEqualTo("no-evidence");
    }

    @Test
    void aClientThatWasAskedInTheMinuteBeforeIsAtAStepOfItsLogon() {
        assertThat(evidence.log(ASKED, SYMPTOM).verdict()).isEqualTo("not-seen");
        assertThat(evidence.run().exit()).isZero();
    }

    @Test
    void aQuestionOfMoreThanAMinuteBeforeDoesNotCount() {
        evidence.log("06:28:59 /hr/a.aspx - .41 401 2 5", "#", SYMPTOM);
        assertThat(evidence.verdict()).isEqualTo("probable");
    }

    @Test
    void rowsOfOneSecondCountInTheirOrder() {
        assertThat(evidence.log("06:30:00 /hr/ - .41 401 2 5", SYMPTOM).verdict())
                .isEqualTo("not-seen");
        assertThat(evidence.log(SYMPTOM, "06:30:00 /hr/ - .41 401 2 5").verdict())
                .isEqualTo("probable");
    }

    @Test
    void aQuestionInAnotherApplicationOfTheSiteCountsToo() {
        assertThat(evidence.log("06:29:59 / - .41 401 2 5", SYMPTOM).verdict()).isEqualTo("not-seen");
    }

    @Test
    void aQuestionToAnotherProgramAtTheSameAddressDoesNot() {
        evidence.log("06:29:59 /hr/ - .41 401 2 5 Chrome/140", SYMPTOM + " curl/8.5.0");
        assertThat(evidence.verdict()).isEqualTo("consistent");
    }

    @Test
    void aRowOfTheApplicationInTheTwentyMinutesBeforeLeavesItOpen() {
        assertThat(evidence.log("06:10:01 /hr/ CORP\\ann .50 200 0 0", SYMPTOM).verdict())
                .isEqualTo("consistent");
        assertThat(evidence.log("06:10:00 /hr/ CORP\\ann .50 200 0 0", SYMPTOM).verdict())
                .isEqualTo("probable");
    }

    @Test
    void aSuccessOfTheClientWithinTwoSecondsLeavesItOpen() {
        assertThat(evidence.log(SYMPTOM, "06:30:02 /hr/ CORP\\ann .41 304 0 0").verdict())
                .isEqualTo("consistent");
        assertThat(evidence.log(SYMPTOM, "06:30:02 /hr/ - .41 200 0 0").verdict())
                .isEqualTo("probable");
        assertThat(evidence.log(SYMPTOM, "06:30:02 /x CORP\\ann .41 200 0 0").verdict())
                .isEqualTo("probable");
    }

    @Test
    void withoutKernelModeItOnlyLooksSo() {
        evidence.log(SYMPTOM);
        assertThat(evidence.windows("enabled=\"true\" useKernelMode=\"false\"").verdict())
                .isEqualTo("contradicted");
        assertThat(evidence.windows("enabled=\"false\"").verdict()).isEqualTo("contradicted");
    }

    @Test
    void thePathOfTheRowDecidesAndNotTheApplication() {
        evidence.log(SYMPTOM)
                .locations("<location path=\"Intranet/hr/default.aspx\"><system.webServer><security><authentication>"
                        + "<windowsAuthentication useKernelMode=\"false\" /></authentication></security>"
                        + "</system.webServer></location>");
        assertThat(evidence.verdict()).isEqualTo("contradicted");
    }

    @Test
    void theLongestApplicationPathHasTheRowInAnyCase() {
        evidence.log("06:30:00 /HR/Default.aspx - .41 401 1 2148074254");
        assertThat(evidence.verdict()).isEqualTo("probable");
        evidence.log("06:30:00 /hrx/Default.aspx - .41 401 1 2148074254");
        assertThat(evidence.verdict()).isEqualTo("no-evidence");
        assertThat(evidence.verdict("Intranet")).isEqualTo("probable");
    }

    @Test
    void blanksAndUmlautsOfPathsAreFoundHoweverTheyAreWritten() {
        evidence.sites("<site name=\"S\" id=\"2\"><application path=\"/\"/><application path=\"/Büro 1\"/></site>");
        for (String stem : new String[] {"/Büro+1/x", "/BÜRO+1", "/b%C3%BCro%201/x"}) {
            evidence.log("06:30:00 " + stem + " - .41 401 1 2148074254");
            assertThat(evidence.verdict("S/Büro 1")).as(stem).isEqualTo("probable");
        }
    }

    @Test
    void otherCodesAreNamedUnlessTheLogonGoesOnToSucceed() {
        evidence.log(ASKED, "06:30:00 /hr/ - .41 401 1 2148074252", "06:31:00 /hr/ - .41 401 1 1330");
        JsonNode of = evidence.of("Intranet/hr");
        assertThat(of.path("verdict").asString()).isEqualTo("other-cause");
        assertThat(of.path("otherCauses").findValuesAsString("name"))
                .containsExactly("ERROR_PASSWORD_EXPIRED", "SEC_E_LOGON_DENIED");
        evidence.log("06:30:00 /hr/ - .41 401 1 2148074252", "06:30:01 /hr/ CORP\\ann .41 200 0 0");
        assertThat(evidence.verdict()).isEqualTo("not-seen");
    }

    @Test
    void logonsAreCountedByTheirSteps() {
        evidence.log(
                "06:30:00 /hr/ - .41 401 2 5",
                "06:30:00 /hr/ - .41 401 1 2148074254",
                "06:30:00 /hr/ CORP\\ann .41 200 0 0",
                "06:30:00 /hr/ CORP\\ann .41 200 0 0",
                "06:30:00 /hr/ - .42 401 2 5",
                "06:30:01 /hr/ CORP\\ben .42 200 0 0");
        JsonNode handshakes = evidence.of("Intranet/hr").path("handshakes");
        assertThat(handshakes.path("ntlm").asInt()).isEqualTo(1);
        assertThat(handshakes.path("kerberos").asInt()).isEqualTo(1);
        assertThat(handshakes.path("anonymousFirst").asInt()).isEqualTo(2);
    }

    @Test
    void columnsMayStandInAnyOrderAndChange() {
        evidence.file(
                "logs/monday.log",
                "#Fields: time date cs-host sc-status X-Custom cs-uri-stem c-ip sc-win32-status cs-username sc-substatus"
                        + " cs(User-Agent) s-port\n"
                        + "06:30:00 2026-03-09 Intranet.corp.example 401 z /hr/ 10.0.0.1 2148074254 - 1 curl 80\n"
                        + "#Fields: date time s-sitename cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status\n"
                        + "2026-03-09 08:30:00.250 w3svc2 /hr/ - 10.0.0.1 401 1 2148074254\n");
        JsonNode of = evidence.of("Intranet/hr");
        assertThat(of.path("preauth").path("rows").asInt()).isEqualTo(2);
        assertThat(of.path("preauth").path("last").asString()).isEqualTo("2026-03-09T08:30:00.250Z");
        assertThat(of.path("evidence").get(1).path("line").asInt()).isEqualTo(4);
    }

    @Test
    void whatDecidesAndIsNotLoggedIsNamedWithTheWayToSwitchItOn() {
        evidence.file("W3SVC2/x.log", Evidence.w3c(Evidence.FIELDS.replace(" sc-substatus", "")));
        evidence.file(
                "W3SVC2/x.log",
                "#Fields: date time cs-uri-stem cs-username c-ip sc-status sc-win32-status\n"
                        + "2026-03-09 06:30:00 /hr/ - 10.0.0.1 401 2148074254\n");
        JsonNode of = evidence.of("Intranet/hr");
        assertThat(of.path("verdict").asString()).isEqualTo("no-evidence");
        assertThat(of.path("reason").asString()).contains("sc-substatus").contains("logExtFileFlags");
    }

    @Test
    void damagedRowsAreSkippedAndCounted() {
        evidence.file(
                "W3SVC2/x.log",
                Evidence.w3c(Evidence.FIELDS) + "2026-03-09 06:29:00 cut\r\n\r\n\u0000\u0001 binary\r\n"
                        + Evidence.row(SYMPTOM) + "\n2026-99-09 "
                        + Evidence.row(SYMPTOM).substring(11));
        JsonNode json = evidence.json();
        assertThat(json.path("evidenceFiles").get(0).path("skipped").asInt()).isEqualTo(3);
        assertThat(json.path("evidenceFiles").get(0).path("rows").asInt()).isEqualTo(1);
        assertThat(evidence.verdict()).isEqualTo("probable");
    }

    @Test
    void packedLogsAndLogsInUtf16AndWithOtherLineEndsAreReadToo() throws IOException {
        String log = Evidence.w3c(Evidence.FIELDS, SYMPTOM);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(log.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> forms = Map.of(
                "W3SVC2/a.log.gz", packed.toByteArray(),
                "logs.zip", Evidence.zip(Map.of("W3SVC2\\a.log", log.getBytes(StandardCharsets.UTF_8))),
                "W3SVC2/wide.log", ("\uFEFF" + log).getBytes(StandardCharsets.UTF_16LE),
                "W3SVC2/marked.log", ("\uFEFF" + log).getBytes(StandardCharsets.UTF_8),
                "W3SVC2/mac.log", log.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8),
                "W3SVC2/unix.log", log.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> form : forms.entrySet()) {
            Evidence each = new Evidence(folder.resolve(form.getKey().replaceAll("\\W", "")));
            JsonNode of = each.file(form.getKey(), form.getValue()).of("Intranet/hr");
            assertThat(of.path("verdict").asString()).as(form.getKey()).isEqualTo("probable");
            assertThat(of.path("evidence").get(0).path("line").asInt())
                    .as(form.getKey())
                    .isEqualTo(5);
        }
    }

    @Test
    void aLogonThatBeginsBeforeMidnightGoesOnInTheNextFile() {
        evidence.file(
                "W3SVC2/u_ex260308.log",
                Evidence.w3c(Evidence.FIELDS, "23:59:30 /hr/ - .41 401 2 5").replace("2026-03-09", "2026-03-08"));
        evidence.file("W3SVC2/u_ex260309.log", Evidence.w3c(Evidence.FIELDS, "00:00:20 /hr/ - .41 401 1 2148074254"));
        assertThat(evidence.verdict()).isEqualTo("not-seen");
    }

    @Test
    void addressesTellTheSiteWhereNothingElseDoes() {
        String fields =
                "date time s-ip s-port cs-host cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status";
        String row = "2026-03-09 06:30:00 2001:db8::1 %s %s /x - 2001:db8::7 401 1 2148074254\n";
        evidence.file("x.log", "#Fields: " + fields + "\n" + String.format(row, "8080", "any.corp.example:8080"));
        assertThat(evidence.verdict("Portal")).isEqualTo("probable");
        evidence.file("x.log", "#Fields: " + fields + "\n" + String.format(row, "80", "other.corp.example"));
        assertThat(evidence.json().path("unmatched").get(0).path("rows").asInt())
                .isEqualTo(1);
        assertThat(evidence.verdict("Portal", "--evidence-site", "Portal")).isEqualTo("probable");
    }

    @Test
    void aLogOfNoSiteThereIsIsNamed() {
        evidence.file("W3SVC9/x.log", Evidence.w3c(Evidence.FIELDS, SYMPTOM));
        assertThat(evidence.json().path("unmatched").get(0).path("why").asString())
                .isEqualTo("site 9 is in no PATH");
    }

    @Test
    void withoutAConfigurationTheSitesAreThoseOfTheEvidence() {
        evidence.log(SYMPTOM);
        Run run = Run.of("confirm", "--evidence", evidence.evidence().toString());
        assertThat(run.out()).contains("site 2: consistent").contains("give the PATH");
        assertThat(run.exit()).isZero();
    }

    @Test
    void errorLogsOfHttpSysAreCounted() {
        evidence.file(
                "HTTPERR/httperr1.log",
                "#Software: Microsoft HTTP API 2.0\r\n#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri"
                        + " sc-status s-siteid s-reason s-queuename\r\n"
                        + "2026-03-09 06:30:00 10.0.0.1 5000 10.0.0.2 80 HTTP/1.1 GET /hr/ 503 2 AppOffline hr\r\n");
        JsonNode file = evidence.json().path("evidenceFiles").get(0);
        assertThat(file.path("kind").asString()).isEqualTo("httperr-log");
        assertThat(file.path("rows").asInt()).isEqualTo(1);
        assertThat(evidence.verdict()).isEqualTo("no-evidence");
    }
}
