package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final String WEB = "<configuration/>";

    @TempDir
    Path temp;

    private Path site;

    @BeforeEach
    void write() throws IOException {
        site = Files.createDirectories(temp.resolve("site"));
        Files.writeString(site.resolve("web.config"), WEB);
    }

    private Run scan(String... more) {
        List<String> args = new ArrayList<>(List.of("scan", site.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private void assertRefused(String reason, Path file, String... more) throws IOException {
        String before = Files.isRegularFile(file) ? Files.readString(file) : "";
        List<String> args = new ArrayList<>(List.of("--output", "json=" + file));
        args.addAll(List.of(more));
        Run run = scan(args.toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("iisaudit: cannot write ")
                .contains(reason)
                .hasLineCount(1);
        assertThat(Files.isRegularFile(file) ? Files.readString(file) : "").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.config", "auth.config", "WEB.Config", ".iisaudit.yml", "schema/x.xml", "named.txt"})
    void whatIsAuditedIsNotWrittenOver(String name) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name.endsWith(".yml") ? "fail-on: never\n" : "\uFEFF<?xml version='1.0'?>\n" + WEB);

        assertRefused("", file);
    }

    @Test
    void theFilesOfTheCommandLineAreNotWrittenOver() throws IOException {
        Path settings = Files.writeString(temp.resolve("settings"), "fail-on: never\n");
        Path baseline = temp.resolve("known.txt");
        assertThat(scan("--write-baseline", baseline.toString()).exit()).isZero();
        Path given = Files.writeString(temp.resolve("given"), "no XML");

        assertRefused("files that are read", settings, "--config", settings.toString());
        assertRefused("files that are read", baseline, "--baseline", baseline.toString());
        assertRefused("files that are read", given, given.toString());
        assertRefused("looks like configuration", Files.writeString(temp.resolve("rule.xml"), "<rule id='x'/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--directory",
                "--alias-file",
                "--evidence",
                "--evidence-password-file",
                "--directory-password-file",
                "--directory-ca",
                "--transform",
                "--host",
            })
    void noFileThatAnOptionNamesIsWrittenOver(String option) throws IOException {
        Path file = Files.writeString(temp.resolve("named.txt"), "a=b\n");
        Path link = Files.createSymbolicLink(temp.resolve("other"), file);

        assertRefused("files that are read", file, option, link.toString());
        assertRefused("files that are read", Files.createLink(temp.resolve("same"), file), option, file.toString());
    }

    /** Whatever the command, and by whatever name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan SITE --output json=",
                "scan SITE --write-baseline ",
                "fix SITE --output diff=",
                "history SITE --output json=",
                "kerberos SITE --directory SITE --output json=",
                "confirm --evidence SITE --output json=",
                "confirm --write-client-fix reg=",
                "transform SITE/web.config SITE/web.config --output json=",
            })
    void noFileOfArgumentsIsWrittenOver(String line) throws IOException {
        Path args = temp.resolve("args.txt");
        for (Path name : List.of(args, temp.resolve("hard"), temp.resolve("way/args.txt"))) {
            Files.deleteIfExists(temp.resolve("hard"));
            Files.writeString(
                    args, (line + name).replace("SITE", site.toString()).replace(' ', '\n'));
            Files.createLink(temp.resolve("hard"), args);
            if (Files.notExists(temp.resolve("way"))) {
                Files.createSymbolicLink(temp.resolve("way"), temp);
            }
            String before = Files.readString(args);

            Run run = Run.of("@" + args);
            assertThat(run.err()).contains("cannot write " + name + ": it is one of the files that are read");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(args).hasContent(before);
        }
    }

    /** The one that is found too, whatever the command. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan SITE",
                "fix SITE",
                "history SITE",
                "kerberos SITE --directory SITE/web.config",
                "confirm SITE --evidence SITE",
            })
    void noSettingsFileIsWrittenOver(String line) throws IOException {
        Path settings = Files.writeString(site.resolve(".iisaudit.yml"), "fail-on: never\n");
        Path same = Files.createLink(temp.resolve("same"), settings);

        Run run = Run.of((line.replace("SITE", site.toString()) + " --output json=" + same).split(" "));
        assertThat(run.err()).contains("cannot write " + same + ": it is one of the files that are read");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(same).hasContent("fail-on: never");
    }

    @ParameterizedTest
    @ValueSource(strings = {".iisaudit.yaml", "app/Web.config", "web.config.", "next.config"})
    void noReportIsWrittenWhereTheNextRunWouldReadIt(String name) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        assertRefused("that is a name of configuration, which the next run would read", file);
        assertThat(file).doesNotExist();
    }

    /** One in what is audited is no file of it. */
    @Test
    void reportsInWhatIsAuditedChangeNothing() {
        String before = scan("--format", "json").out();
        List<String> all = new ArrayList<>(List.of("--format", "json"));
        for (String format : new Choice.FormatIds()) {
            all.addAll(List.of("--output", format + "=" + site.resolve("report." + format)));
        }
        for (int run = 0; run < 2; run++) {
            assertThat(scan(all.toArray(String[]::new)).out()).isEqualTo(before);
        }
    }

    @Test
    void noLogOfAFolderOfEvidenceIsWrittenOver() throws IOException {
        Path logs = Files.createDirectories(temp.resolve("logs/W3SVC1"));
        Path log = Files.writeString(logs.resolve("u_ex260301.log"), "#Fields: date time\n");

        assertRefused(
                "files that are read", log, "--evidence", temp.resolve("logs").toString());
        Path report = Files.writeString(logs.resolve("report.json"), "{}");
        scan("--output", "json=" + report, "--evidence", temp.resolve("logs").toString());
        assertThat(report).content().contains("schemaVersion");
    }

    @Test
    void anAuditedFileThatTheShellHasOpenIsNotWrittenTo() throws Exception {
        assumeThat(Path.of("/proc/self/fd")).isDirectory();
        try (var open = new RandomAccessFile(site.resolve("web.config").toFile(), "rw")) {
            int number = 0;
            try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
                for (Path each : all.toList()) {
                    boolean isIt = Files.exists(each) && Files.isSameFile(each, site.resolve("web.config"));
                    number = isIt ? Integer.parseInt(each.getFileName().toString()) : number;
                }
            }
            assertRefused("looks like configuration", Path.of("/proc/self/fd/" + number));
            assertThat(open.length()).isEqualTo(WEB.length());
        }
        assertThat(site.resolve("web.config")).hasContent(WEB);
    }

    /** A folder that vanishes, as a disk that is full and a place that is taken, is noticed when it is written to. */
    @Test
    void whatCannotBeWrittenKeepsNothingElseFromBeing() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Path last = temp.resolve("last.csv");

        Run run = scan("--format", "json", "--output", "html=/dev/full", "--output", "csv=" + last);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("iisaudit: cannot write /dev/full: ").hasLineCount(1);
        assertThat(run.out()).containsOnlyOnce("schemaVersion").contains("\"servers\": 1");
        assertThat(last).isNotEmptyFile();
        Run baseline = scan("--format", "json", "--write-baseline", "/dev/full");
        assertThat(baseline.exit()).isEqualTo(2);
        assertThat(baseline.out()).containsOnlyOnce("schemaVersion");
    }

    @Test
    void anotherNameOfAFileIsTheFile() throws IOException {
        Path settings = Files.writeString(temp.resolve("settings"), "fail-on: never\n");
        Path same = Files.createLink(temp.resolve("same"), settings);

        assertRefused("files that are read", same, "--config", settings.toString());
        assertRefused("looks like configuration", Files.createLink(temp.resolve("report"), site.resolve("web.config")));
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path target = Files.writeString(temp.resolve("target.json"), "kept");
        Path link = Files.createSymbolicLink(temp.resolve("link.json"), target);
        Path nowhere = Files.createSymbolicLink(temp.resolve("nowhere.json"), temp.resolve("none"));

        assertRefused("it is a link", link);
        assertRefused("it is a link", nowhere);
        assertThat(temp.resolve("none")).doesNotExist();
        Run run = scan("--write-baseline", link.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("it is a link").hasLineCount(1);
        assertThat(target).hasContent("kept");
    }

    @Test
    void aFolderThatIsALinkInWhatIsAuditedIsNotWrittenInto() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(site.resolve("reports"), elsewhere);

        assertRefused("is a link in what is audited", link.resolve("r.json"));
        String web = site.resolve("web.config").toString();
        Run run = Run.of("transform", web, web, "--output", "text=" + link.resolve("web.config"));
        assertThat(run.err()).contains("is a link in what is audited");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderOfTheUserMayBeALink() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(temp.resolve("out"), elsewhere);

        assertThat(scan("--output", "json=" + link.resolve("r.json")).exit()).isZero();
        assertThat(elsewhere.resolve("r.json")).content().contains("schemaVersion");
    }

    @Test
    void twoReportsDoNotGoToOneFile() throws IOException {
        Path file = Files.writeString(temp.resolve("one"), "kept");
        Path same = Files.createLink(temp.resolve("same"), file);
        Path out = Files.createSymbolicLink(temp.resolve("out"), temp);

        for (Path other : List.of(same, out.resolve("one"))) {
            Run run = scan("--output", "json=" + file, "--output", "csv=" + other);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("two reports would be written to " + other);
        }
        Run baseline = scan("--output", "json=" + file, "--write-baseline", same.toString());
        assertThat(baseline.exit()).isEqualTo(2);
        assertThat(file).hasContent("kept");
    }

    @Test
    void aReportReplacesAnEarlierOneAndKeepsWhoMayReadIt() throws IOException {
        assumeThat(Files.getFileStore(temp).supportsFileAttributeView("posix")).isTrue();
        Path file = Files.writeString(temp.resolve("r.xml"), "<?xml version=\"1.0\"?>\n<testsuites/>");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(scan("--output", "junit=" + file).exit()).isZero();
        assertThat(file).content().contains("<testsuites ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("r.xml", "site");
    }

    @Test
    void whatFailsInTheMiddleLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(temp.resolve("r.json"), "kept");

        assertThatThrownBy(() -> new Destination(file).write(out -> {
                    out.write("x".repeat(100_000));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UnwrittenException.class)
                .hasMessage("cannot write " + Destination.shown(file)
                        + ": No space left on device: free some, or name a place on another disk");
        assertThat(file).hasContent("kept");
        assertThat(names()).containsExactly("r.json", "site");
    }

    @Test
    void twoRunsAtOnceDoNotMeet() throws Exception {
        Path file = temp.resolve("r.json");
        new Destination(file).write(out -> {
            out.write("one");
            new Destination(file).write(other -> other.write("other"));
        });
        assertThat(file).hasContent("one");
        assertThat(names()).containsExactly("r.json", "site");
    }

    /** The name of a draft is free again as soon as it has moved, and then another run's. */
    @Test
    void noRunTakesTheDraftOfAnotherAway() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Destination destination = new Destination(temp.resolve("r" + i + ".json"));
                all.add(runs.submit(() -> {
                    for (int turn = 0; turn < 500; turn++) {
                        destination.write(out -> out.write("{}"));
                    }
                    return true;
                }));
            }
            for (Future<?> each : all) {
                assertThat(each).succeedsWithin(Duration.ofMinutes(1));
            }
        } finally {
            runs.shutdownNow();
        }
        assertThat(names()).containsExactly("r0.json", "r1.json", "r2.json", "r3.json", "site");
    }

    @Test
    @Timeout(20)
    void devicesAndPipesAreWrittenAsTheyAre() throws Exception {
        assumeThat(Path.of("/dev/null")).exists();
        assertThat(scan("--output", "json=/dev/null", "--output", "csv=/dev/null")
                        .exit())
                .isZero();
        Path pipe = temp.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        assertThat(scan("--output", "json=" + pipe).exit()).isZero();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("schemaVersion");
        assertThat(scan("--baseline", pipe.toString()).err()).contains("it is no regular file");
        assertThat(scan("--baseline", "/dev/zero").err()).contains("it is no regular file");
    }

    /** Opened once more, it would begin at the front of the file, and what is printed too. */
    @ParameterizedTest
    @ValueSource(strings = {"/dev/stdout", "/proc/self/fd/1", "/dev/stderr"})
    void aReportOnStandardOutputStandsBesideWhatIsPrintedThere(String stream) throws Exception {
        assumeThat(Path.of(stream)).exists();
        Path printed = temp.resolve("printed");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "scan",
                site.toString(),
                "--output",
                "json=" + stream);
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(printed)
                .hasContent(scan("--format", "json").out()
                        + scan("--format", "text").out());
    }

    @Test
    void anAuditedFileIsNoStreamWhateverWayLeadsToIt() throws IOException {
        Path root = Path.of("/proc/self/root");
        assumeThat(root).exists();
        Path file = site.resolve("web.config").toAbsolutePath();
        Files.createDirectories(site.resolve("in"));
        Path way = Files.createSymbolicLink(temp.resolve("way"), site.resolve("in"));

        assertRefused("looks like configuration", root.resolve(file.toString().substring(1)));
        assertRefused("looks like configuration", Path.of("/dev/fd/../root" + file));
        Files.writeString(site.resolve("named.txt"), WEB);
        assertRefused("looks like configuration", way.resolve("../named.txt"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatStandsInTheWayIsNamedWithTheWayOut() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertRefused("is a file: name another folder", file.resolve("r.json"));
        assertRefused(": make it first", temp.resolve("none").resolve("r.json"));
        assertRefused("it is a folder: name a file in it", Files.createDirectories(temp.resolve("folder")));
        assertRefused("it is a folder: name a file in it", temp.getRoot());
        assertThat(scan("--write-baseline", "").err()).contains("the name of a file to write is empty");
    }

    @Test
    void whyAFileCannotBeWrittenIsSaidInWords() {
        assertThat(Destination.reason(new java.nio.file.NoSuchFileException("/other.tmp")))
                .isEqualTo("no file can be made there");
        assertThat(Destination.reason(new java.nio.file.FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("No space left on device: free some, or name a place on another disk");
        assertThat(Destination.reason(new java.io.IOException())).isEqualTo("the system gives no reason");
    }
}
