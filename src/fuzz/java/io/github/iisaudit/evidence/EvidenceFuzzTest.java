package io.github.iisaudit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.EvidenceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens, rows and captures as somebody would bring them who wants the program to fall over. What fails says its seed.
 *
 * <pre>{@code
 * mvn -Pfuzz test -Dtest=EvidenceFuzzTest -Dfuzz.minutes=10
 * }</pre>
 */
class EvidenceFuzzTest {

    private static final double MINUTES = Double.parseDouble(System.getProperty("fuzz.minutes", "0.05"));
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final String FIELDS =
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
                    + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n";
    private static final String ROW =
            "2026-03-09 06:30:00 10.0.0.1 GET /hr/a.aspx - 80 - 10.0.0.2 curl 401 1 2148074254 15\n";
    private static final byte[] TOKEN = Base64.getDecoder()
            .decode(
                    "YEgGBisGAQUFAqA+MDygDjAMBgorBgEEAYI3AgIKoioEKE5UTE1TU1AAAQAAAJeCCOIAAAAAKAAAAAAAAAAoAAAACgBdWAAAAA8=");

    @TempDir
    Path folder;

    /** What is tried with one seed. */
    private interface Trial {
        void run(Random random) throws Exception;
    }

    private static void repeat(Trial trial) {
        long end = System.nanoTime() + (long) (MINUTES * 60e9);
        long seed = SEED;
        do {
            try {
                trial.run(new Random(seed));
            } catch (Exception | StackOverflowError | AssertionError e) {
                throw new AssertionError("with -Dfuzz.seed=" + seed, e);
            }
            seed++;
        } while (System.nanoTime() < end);
        System.out.println(seed - SEED + " trials");
    }

    /** Some bytes changed, left out, doubled or put in the place of others. */
    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(6); i >= 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            int length = Math.min(random.nextInt(32), changed.length - at);
            switch (random.nextInt(5)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 ->
                    changed[at] = new byte[] {0, (byte) 0x80, (byte) 0x84, (byte) 0xFF, 0x7F, ' ', '\n', '\r', '#', '"'}
                            [random.nextInt(10)];
                case 2 -> changed = Arrays.copyOf(changed, at);
                case 3 -> changed = joined(changed, at, changed, at + length);
                default -> changed = joined(changed, at + length, changed, at);
            }
        }
        return changed;
    }

    private static byte[] joined(byte[] first, int to, byte[] second, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(first, 0, to);
        joined.write(second, from, second.length - from);
        return joined.toByteArray();
    }

    @Test
    void tokens() {
        repeat(random -> {
            byte[] token = changed(TOKEN, random);
            assertThat(TokenKind.of(token)).isNotNull();
            assertThat(Token.of("Negotiate", new String(changed(token, random), StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        });
    }

    @Test
    void rowsOfLogs() {
        repeat(random -> {
            byte[] log = changed(
                    (FIELDS + ROW.repeat(1 + random.nextInt(5)) + FIELDS + ROW).getBytes(StandardCharsets.UTF_8),
                    random);
            LogBlock.Buffer buffer = LogBlock.Buffer.create();
            System.arraycopy(log, 0, buffer.bytes(), 0, log.length);
            LogBlock block = new LogBlock(buffer, log.length, LogFields.NONE, 0);
            Sites sites = new Sites(List.of(), "");
            LogRows rows = RowReader.read(block, LogOrigin.of(sites, List.of("W3SVC2")));
            LogJudge judge = new LogJudge();
            judge.judge(rows, new Refusal.Position("x", 0));
            judge.end();
            assertThat(rows.read + rows.skipped).isLessThanOrEqualTo(rows.allLines);
        });
    }

    @Test
    void archivesOfBrowsers() {
        String har =
                "{\"log\": {\"entries\": [{\"startedDateTime\": \"2026-03-09T06:30:00.123Z\", \"request\": {\"url\":"
                        + " \"http://a/b?c\", \"headers\": [{\"name\": \"authorization\", \"value\": \"NTLM TlRMTVNTUAABAAAA\"}]},"
                        + " \"response\": {\"status\": 401, \"headers\": []}}]}}";
        repeat(random -> {
            byte[] bytes = changed(har.getBytes(StandardCharsets.UTF_8), random);
            try {
                assertThat(HarReader.read(new ByteArrayInputStream(bytes))).isNotNull();
            } catch (UnreadableEvidenceException | IOException e) {
                assertThat(e).hasMessageNotContaining("TlRMTVNTUAAB");
            }
        });
    }

    @Test
    void wholeFiles() throws IOException {
        List<byte[]> files = new ArrayList<>();
        files.add(saz());
        files.add("\uFEFF[HKEY_CURRENT_USER\\Software]\n\"a\"=hex:01,\\\n 02\n".getBytes(StandardCharsets.UTF_16LE));
        files.add(
                "<RegistrySettings><Registry><Properties name='DisableNTLMPreAuth' value='1'/></Registry></RegistrySettings>"
                        .getBytes(StandardCharsets.UTF_8));
        files.add(
                "<failedRequest url='http://a/b' statusCode='401.1'><Data Name='ErrorCode'>2148074254</Data></failedRequest>"
                        .getBytes(StandardCharsets.UTF_8));
        files.add("PReg\1\0\0\0[\0a\0\0\0;\0b\0\0\0;\0\4\0\0\0;\0\4\0\0\0;\0\1\0\0\0]\0"
                .getBytes(StandardCharsets.ISO_8859_1));
        Path file = folder.resolve("evidence");
        repeat(random -> {
            Files.write(file, changed(files.get(random.nextInt(files.size())), random));
            Examiner.Options options = new Examiner.Options(new char[0], "", 1, EvidenceProgress.NONE);
            Examination examination = new Examiner(new Applications(), options)
                    .examine(List.of(new EvidenceFile("evidence", List.of("W3SVC2"), file.toFile())));
            assertThat(examination.files().size() + examination.unreadable().size())
                    .isPositive();
        });
    }

    private static byte[] saz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("c.txt", "s.txt", "m.xml")) {
                zip.putNextEntry(new ZipEntry("raw/01_" + part));
                zip.write(("GET /hr/ HTTP/1.1\r\nHost: a\r\nAuthorization: NTLM TlRMTVNTUAABAAAA\r\n\r\n" + part)
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}
