package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Evidence.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Evidence that cannot be read is named with the reason, the rest is judged, and nobody finds a secret in what is said. */
class ConfirmBadInputTest {

    private static final String SYMPTOM = "06:30:00 /hr/default.aspx - .41 401 1 2148074254";

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(bytes);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length * 2 / 3);
    }

    private void isNamed(String name, byte[] bytes, String reason) {
        Evidence evidence = new Evidence(folder.resolve(name.replaceAll("\\W", "")))
                .log(SYMPTOM)
                .file(name, bytes);
        Run run = evidence.run();
        assertThat(run.exit()).as(name).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err()).as(name).contains(reason).doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines()).as(name).hasSize(1);
        JsonNode json = evidence.json();
        assertThat(json.path("unreadable").get(0).path("file").asString())
                .as(name)
                .startsWith(name);
        assertThat(evidence.verdict()).as(name).isEqualTo("probable");
    }

    @Test
    void damagedArchivesAreNamed() throws IOException {
        byte[] log = bytes(Evidence.w3c(Evidence.FIELDS, SYMPTOM));
        isNamed("cut.saz", cut(Evidence.saz(Exchange.anonymous())), "the archive is damaged");
        isNamed("cut.log.gz", cut(gzip(log, 50)), "it is damaged or cut short");
        isNamed(
                "nested.zip",
                Evidence.zip(Map.of("inner.zip", Evidence.zip(Map.of("a.log", log)))),
                "a zip within another");
        isNamed("gzipped.gz", gzip(Evidence.zip(Map.of("a.log", log)), 1), "a zip within another");
        isNamed("empty.zip", Evidence.zip(Map.of()), "no file is found in it");
        isNamed("mixed.zip", Evidence.zip(Map.of("readme.txt", bytes("hello"))), "none of the kinds");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        byte[] header = bytes(Evidence.w3c(Evidence.FIELDS));
        byte[] rows = new byte[1 << 20];
        Arrays.fill(rows, (byte) '\n');
        System.arraycopy(header, 0, rows, 0, header.length);
        isNamed("bomb.log.gz", gzip(rows, 400), "unpacks to more than 250 times its size");
    }

    @Test
    void brokenDocumentsAreNamedWithTheLine() {
        isNamed(
                "cut.har",
                cut(bytes(Evidence.har(Exchange.refused(Evidence.BEGIN)))),
                "cut short or no JSON, seen in line 1");
        isNamed("deep.har", bytes("{\"log\": " + "[".repeat(5000)), "cut short or no JSON");
        isNamed("fr1.xml", bytes("<failedRequest url=\"http://x/\"\n siteId=\"2\"><Event>"), "no XML, seen in line 2");
        isNamed("dtd.xml", bytes("<!DOCTYPE a [<!ENTITY e 'x'>]><failedRequest url=\"&e;\"/>"), "no XML");
        isNamed("Registry.pol", bytes("PReg\u0001\0\0\0[\0S\0"), "it is cut short");
    }

    @Test
    void whatIsNoEvidenceIsNamed() {
        byte[] binary = new byte[4096];
        new Random(1).nextBytes(binary);
        isNamed("binary.log", binary, "none of the kinds");
        isNamed("empty.log", new byte[0], "it is empty");
        isNamed("list.json", bytes("{\"a\": 1}"), "none of the kinds");
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) 'x');
        System.arraycopy(bytes("#Fields: date\n"), 0, endless, 0, 14);
        isNamed("endless.log", endless, "a line is longer than 1024 KB");
    }

    @Test
    void linksOutOfTheFolderOfEvidenceAreNotFollowed() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path other = Files.writeString(folder.resolve("other.log"), "#Fields: time\n");
        Files.createSymbolicLink(logs.resolve("out.log"), other);
        Path in = Files.writeString(logs.resolve("in.txt"), "no log");
        Files.createSymbolicLink(logs.resolve("within.log"), in);
        Path host = Files.writeString(folder.resolve("applicationHost.config"), "<configuration/>");
        Run run = Run.of("confirm", host.toString(), "--evidence", logs.toString());
        assertThat(run.err())
                .contains("out.log: it is, or lies behind, a link out of what is audited")
                .contains("within.log: it is none of the kinds");
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void filesThatAreNotThereAreAMistakeOfWhoeverTyped() {
        assertThat(Run.of("confirm", "--evidence", "does/not/exist").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("confirm").err()).contains("give --evidence");
    }

    @Test
    void nothingOfCredentialsUsersCookiesAndQueriesIsPrinted() {
        String secret = "c0nfidential";
        UnaryOperator<String> plant = text -> text.replace("secret=1", "q=" + secret)
                .replace("CORP\\ann", "CORP\\" + secret)
                .replace("Trident/7.0", "Trident/7.0");
        Evidence evidence = new Evidence(folder);
        evidence.log(SYMPTOM.replace("default.aspx", "default.aspx"), "06:40:00 /hr/ CORP\\ann .41 200 0 0");
        String log = plant.apply(Evidence.w3c(Evidence.FIELDS + " cs(Cookie)")
                + Evidence.row(SYMPTOM) + " session=" + secret + "\r\n"
                + Evidence.row("06:40:00 /hr/ CORP\\ann .42 401 1 1326") + " session=" + secret + "\r\nbroken " + secret
                + "\r\n");
        evidence.file("W3SVC2/u_ex260309.log", log);
        Map<String, byte[]> more = new LinkedHashMap<>();
        more.put("W3SVC2/x.log", bytes(log));
        evidence.file("more.zip", Evidence.zip(more));
        evidence.file("a.saz", Evidence.saz(Exchange.refused(Evidence.BEGIN), Exchange.refused("Negotiate " + secret)));
        evidence.file(
                "a.har",
                plant.apply(Evidence.har(Exchange.refused(Evidence.BEGIN), Exchange.refused("Basic " + secret))));
        evidence.file("broken.har", "{\"log\": {\"entries\": [" + secret);
        evidence.file(
                "broken.xml",
                "<failedRequest url=\"http://intranet.corp.example/hr/?" + secret + "\" remoteUserName=\"" + secret
                        + "\">" + "&" + secret + ";");
        evidence.file(
                "fr2.xml",
                "<failedRequest url=\"http://intranet.corp.example/hr/?" + secret + "\" userName=\"" + secret
                        + "\" statusCode=\"401.1\"/>");
        for (String format : new String[] {"text", "json", "markdown"}) {
            Run run = evidence.run("--format", format, "--verbose", "--debug");
            assertThat(run.out() + run.err())
                    .as(format)
                    .doesNotContain(secret)
                    .doesNotContain(Evidence.BEGIN.substring(10, 30))
                    .doesNotContain("TlRMTVNTUA");
        }
        for (String format : new String[] {"text", "json", "sarif", "markdown", "csv"}) {
            Run run = Run.of(
                    "scan",
                    evidence.server().toString(),
                    "--format",
                    format,
                    "--evidence",
                    evidence.evidence().toString());
            assertThat(run.out() + run.err())
                    .as("scan " + format)
                    .contains("confirmed")
                    .doesNotContain(secret)
                    .doesNotContain("YEgGBis");
        }
    }
}
