package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that lie among configuration, are none, and are read by another command. */
class OtherKindsTest {

    private static final String HOST = "<configuration><system.applicationHost><sites><site name='S' id='1'>"
            + "<application path='/'><virtualDirectory path='/' physicalPath='C:\\s'/></application></site></sites>"
            + "</system.applicationHost></configuration>";

    @TempDir
    private Path folder;

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run scan(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "scan";
        all[1] = folder.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Run.of(all);
    }

    @ParameterizedTest
    @CsvSource({
        "a.har, a HAR file, iisaudit confirm --evidence FILE",
        "a.SAZ, a Fiddler archive, iisaudit confirm --evidence FILE",
        "clients.reg, a registry export, iisaudit confirm --evidence FILE",
        "gpo/Registry.xml, a Registry.xml of Group Policy, iisaudit confirm --evidence FILE",
        "logs/u_ex260101.log, a log, iisaudit confirm --evidence FILE",
        "logs/u_ex260101.log.gz, a log, iisaudit confirm --evidence FILE",
        "trace/fr000001.xml, a trace of a failed request, iisaudit confirm --evidence FILE",
        "ad/contoso.ldf, an export of a directory (LDIF), --directory FILE",
        "drop/package.zip, an archive, a PATH of its own"
    })
    void in_a_repository_each_is_named_with_what_there_is_for_it(String file, String what, String whatFor)
            throws Exception {
        write("web.config", "<configuration/>");
        write(file, "x");
        Run run = scan("--verbose");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains(file + " is not a configuration: " + what + ", for that there is " + whatFor);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("1 file is not a configuration, and something else reads it (scan --verbose says what): "
                        + file);
        assertThat(scan("--format", "json").out().replaceAll("\\s+", " "))
                .contains("\"otherFiles\": [ { \"file\": \"" + file + "\", \"kind\": \"" + what + "\"");
    }

    @Test
    void images_pages_and_other_xml_are_left_without_a_word() throws Exception {
        write("web.config", "<configuration/>");
        write("logo.png", "x");
        write("pom.xml", "<project/>");
        write("a.gz", "x");
        Run run = scan("--verbose");
        assertThat(run.err() + run.out()).doesNotContain("not a configuration");
    }

    @Test
    void git_tells_of_them_too_and_leaves_out_what_it_ignores() throws Exception {
        GitRepository.at(folder)
                .with(".gitignore", "*.log\n")
                .with("web.config", "<configuration/>")
                .with("app/a.har", "{}")
                .with("app/u_ex260101.log", "x")
                .committed();
        assertThat(scan("--verbose").err())
                .contains("app/a.har is not a configuration: a HAR file")
                .doesNotContain("u_ex260101.log is");
    }

    @Test
    void on_a_server_they_are_found_in_and_beside_its_applications() throws Exception {
        write("applicationHost.config", HOST);
        write("C/s/app/a.har", "{}");
        write("b.reg", "x");
        assertThat(scan().out().replaceAll("\\s+", " "))
                .contains("2 files are not a configuration, and something else reads them (scan --verbose says what): "
                        + "b.reg, C/s/app/a.har");
        assertThat(scan("--full").out().replaceAll("\\s+", " "))
                .contains("note: b.reg is not a configuration: a registry export");
    }

    @Test
    void beside_the_servers_of_a_fleet_they_are_named_as_they_would_be_typed() throws Exception {
        write("WEB01/applicationHost.config", HOST);
        write("WEB02/applicationHost.config", HOST);
        write("captures/a.har", "{}");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("package.zip")))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThat(scan("--verbose").err())
                .contains(folder + "/captures/a.har is not a configuration: a HAR file")
                .contains(folder + "/package.zip is not a configuration: an archive without a server, for that there"
                        + " is a PATH of its own");
    }

    @Test
    void a_folder_without_anything_else_says_what_it_holds() throws Exception {
        write("a.reg", "REGEDIT4");
        write("b.reg", "REGEDIT4");
        Run run = scan();
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("; " + folder + "/a.reg is not a configuration: a registry export, for that there is iisaudit"
                        + " confirm --evidence FILE (and 1 more such file)");
    }
}
