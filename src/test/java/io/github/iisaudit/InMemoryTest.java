package io.github.iisaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.source.ServerFiles;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryTest {

    private static final Path EXAMPLE = Path.of("examples/applicationHost");

    private Plan plan = Plan.of(List.of());

    @BeforeEach
    void takeAllRules() throws Exception {
        plan = Plan.of(RuleCatalogue.of(List.of(), section -> true).rules());
    }

    private static Map<String, byte[]> example() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(EXAMPLE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private String lines(String name, Map<String, byte[]> files) throws Exception {
        return lines(Audit.run(new ServerFiles(name, files), SourceOptions.DEFAULTS, plan));
    }

    private static String lines(Outcome outcome) throws IOException {
        try (outcome) {
            StringWriter out = new StringWriter();
            Format.JSONL.reporter(Presentation.plain("1")).render(outcome.report(), out);
            return out.toString();
        }
    }

    private String onDisk() throws Exception {
        return lines(Audit.run(
                Sources.open(List.of(EXAMPLE.toString()), SourceOptions.DEFAULTS)
                        .sources(),
                plan));
    }

    @Test
    void filesInMemoryGiveWhatTheSameFolderGives() throws Exception {
        assertThat(lines("applicationHost", example())).isEqualTo(onDisk()).isNotEmpty();
    }

    @Test
    void anArchiveInMemoryIsItsServer() throws Exception {
        assertThat(lines("fleet", Map.of("applicationHost.zip", zip(example()))).replace("applicationHost.zip!/", ""))
                .contains("\"rule\":\"kernel-mode-preauth-401\"")
                .hasLineCount(onDisk().split("\n").length);
    }

    @Test
    void namesThatOtherProgramsHideAreServers() throws Exception {
        for (String name : List.of("_web01", ".web02")) {
            assertThat(lines(name, example()).lines())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"server\":\"" + name + "\""));
        }
    }

    @Test
    void whatIsNoServerIsInTheReport() throws Exception {
        for (Map<String, byte[]> files : List.of(
                Map.<String, byte[]>of(),
                Map.of("../applicationHost.config", new byte[1]),
                Map.of("WEB01.zip", "PK\3\4 and nothing".getBytes(UTF_8)))) {
            Report report = Audit.run(new ServerFiles("WEB01", files), SourceOptions.DEFAULTS, plan)
                    .report();
            assertThat(report.unreadable()).as(files.keySet().toString()).isNotEmpty();
            assertThat(report.servers()).isZero();
        }
    }

    @Test
    void anEmptyFileIsNotAbsent() throws Exception {
        Map<String, byte[]> files = example();
        files.put("C/inetpub/wwwroot/web.config", new byte[0]);

        Report report = Audit.run(new ServerFiles("WEB01", files), SourceOptions.DEFAULTS, plan)
                .report();

        assertThat(report.unreadable()).anyMatch(it -> it.file().equals("C/inetpub/wwwroot/web.config"));
    }

    @Test
    void severalThreadsMayAuditAtOnce() throws Exception {
        Map<String, byte[]> files = example();
        ServerFiles server = new ServerFiles("applicationHost", files);
        Callable<String> audit = () -> lines(Audit.run(server, SourceOptions.DEFAULTS, plan));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<String> found : threads.invokeAll(Collections.nCopies(8, audit))) {
                assertThat(found.get()).isEqualTo(onDisk());
            }
        } finally {
            threads.shutdown();
        }
    }
}
