package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dom4j.DocumentHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no configuration, and what programs read of it. */
class RefusedInputTest {

    private static final String XDT =
            "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"/>";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void it_is_in_the_document_beside_what_was_audited() throws Exception {
        Run run = Run.of(
                "scan", "--format", "json", file("web.Release.config", XDT), file("web.config", "<configuration/>"));
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out())
                .contains("\"servers\": 1")
                .contains("\"unreadable\": 1")
                .contains("\"reason\": \"is a transform (XDT)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "effective", "what-if --set useKernelMode=false"})
    void a_document_says_why_nothing_was_audited(String command) throws Exception {
        String refused = file("web.Release.config", XDT);
        String missing = folder.resolve("missing").toString();
        Run none = Run.of((command + " --format json " + refused).split(" "));
        assertThat(none.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(none.out()).startsWith("{").endsWith("}\n").contains("is a transform (XDT)");
        Run wrong = Run.of((command + " --format json " + missing).split(" "));
        assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.out()).startsWith("{").endsWith("}\n").contains("no such file or folder");
    }

    @Test
    void other_documents_are_whole_too() throws Exception {
        String missing = folder.resolve("missing").toString();
        DocumentHelper.parseText(Run.of("effective", missing, "--format", "xml").out());
        DocumentHelper.parseText(
                Run.of("scan", missing, "--format", "checkstyle").out());
        DocumentHelper.parseText(Run.of("scan", missing, "--format", "junit").out());
        assertThat(Run.of("scan", missing, "--format", "sarif").out())
                .startsWith("{")
                .contains("no such file");
        assertThat(Run.of("scan", missing).out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.nuspec, <package xmlns='urn:x'/>, package",
        "app.vbproj, <?xml version='1.0'?><!-- < --><Project/>, Project",
        "page.html, <!DOCTYPE html><html><br></html>, html",
        "Security.config, <SecuritySettings provider='AD'/>, SecuritySettings"
    })
    void other_xml_is_said_to_be_none_and_is_no_fault_of_a_server(String name, String text, String root)
            throws Exception {
        Run run = Run.of("scan", file(name, text));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("is no IIS configuration (root element " + root + ")");
    }

    @Test
    void a_web_config_with_another_root_is_a_fault_and_so_is_what_is_said_to_be_one() throws Exception {
        assertThat(Run.of("scan", file("web.config", "<html/>")).out()).contains("500.19");
        assertThat(Run.of("scan", file("web.config", "<failedRequest/>")).out().replaceAll("\\s+", " "))
                .contains("not <failedRequest>; the file is not a configuration: a trace of a failed request, for that"
                        + " there is iisaudit confirm --evidence FILE");
        assertThat(Run.of("scan", "--as", "web", file("a.xml", "<html/>")).out())
                .contains("500.19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b='<%= @mode %>'/>", "<% if x %><a/><% end %>", "<#assign x=1><a/>"})
    void a_template_with_tags_that_xml_cannot_have_is_to_be_rendered_first(String body) throws Exception {
        Run run = Run.of("scan", file("web.config.tmpl", "<configuration>" + body + "</configuration>"));
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("is a template").contains("render it first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a {% if x %}b='1'{% endif %}/>",
                "<a b=\"{{ x | default(\"y\") }}\"/>",
                "<a b='<%= x %>'/>",
                "{{#if x}}<a>{{/if}}"
            })
    void a_template_that_is_no_xml_is_no_broken_server_in_a_repository_either(String body) throws Exception {
        file("web.config", "<configuration>" + body + "</configuration>");
        Run run = Run.of("scan", folder.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out().replaceAll("\\s+", " ")).contains("is a template").doesNotContain("500.19");
    }

    @Test
    void a_configuration_that_only_speaks_of_such_tags_is_audited() throws Exception {
        String text = "<configuration><!-- <%= x %> --><a><![CDATA[<# >]]></a></configuration>";
        assertThat(Run.of("scan", file("web.config", text)).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            {% for s in sites %}<site name='{{ s }}' id='1'/>{% endfor %}
            <site name='{{ name }}' id='1'/>
            <site name='#{Site}' id='1'/>
            """)
    void a_template_of_a_server_that_declares_no_sections_is_told_as_a_template_only(String sites) throws Exception {
        Run run = Run.of("scan", file("applicationHost.config", undeclared(sites)));
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("is a template")
                .contains("render it first")
                .doesNotContain("500.19");
        assertThat(Run.of("scan", file("applicationHost.config", undeclared("<site name='A' id='1'/>")))
                        .out())
                .contains("500.19");
    }

    private static String undeclared(String sites) {
        return "<configuration><system.applicationHost><sites>" + sites + "</sites></system.applicationHost>"
                + "</configuration>";
    }

    @Test
    void what_stands_between_conditions_of_a_template_is_less_sure_than_what_a_server_has() throws Exception {
        String written = "<configuration><system.webServer>%s<security><authentication><windowsAuthentication"
                + " enabled=\"true\"/></authentication></security>%s</system.webServer></configuration>";
        String plain = file("web.config", String.format(written, "", ""));
        String template = file("web.config.j2", String.format(written, "{% if windows %}", "{% endif %}"));
        String rule = "section-locked";
        assertThat(Run.of("scan", plain, "--format", "json", "--rule", rule).out())
                .contains("\"confidence\": \"medium\"")
                .doesNotContain("template");
        assertThat(Run.of("scan", template, "--format", "json", "--rule", rule).out())
                .contains("\"confidence\": \"low\"")
                .contains("The file is a template with conditions");
    }

    @Test
    void a_declaration_that_forbids_a_place_is_no_lock() throws Exception {
        file(
                "applicationHost.config",
                "<configuration><configSections><sectionGroup name=\"system.applicationHost\"><section"
                        + " name=\"sites\"/></sectionGroup><sectionGroup name=\"system.webServer\"><section"
                        + " name=\"modules\""
                        + " allowDefinition=\"MachineToApplication\"/></sectionGroup></configSections><system.applicationHost><sites><site"
                        + " name=\"S\" id=\"1\"><application path=\"/\"><virtualDirectory path=\"/\""
                        + " physicalPath=\"C:\\s\"/></application></site></sites></system.applicationHost>"
                        + "</configuration>");
        Path below = Files.createDirectories(folder.resolve("C/s/below"));
        Files.writeString(
                below.resolve("web.config"),
                "<configuration><system.webServer><modules/></system.webServer></configuration>");
        assertThat(Run.of("scan", folder.toString(), "--rule", "unrecognized-configuration")
                        .out())
                .contains("declared here")
                .doesNotContain("locked here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Windows Registry Editor Version 5.00 | a registry export, for that there is iisaudit confirm --evidence FILE
        #Software: Microsoft Internet Information Services 10.0 | a log, for that there is iisaudit confirm --evidence
        {"log": {"version": "1.2", "entries": []}} | a HAR file, for that there is iisaudit confirm --evidence FILE
        <failedRequest url="http://x/"/> | a trace of a failed request, for that there is iisaudit confirm --evidence
        PReg.... | a Registry.pol of Group Policy, for that there is iisaudit confirm --evidence FILE
        dn: CN=WEB01,DC=contoso,DC=com | an export of a directory (LDIF), for that there is --directory FILE
        Registered ServicePrincipalNames for CN=WEB01: | text of setspn, for that there is --directory FILE
        {"name": 1} | JSON
        hello | text that is no XML
        """)
    void a_file_of_another_kind_is_wrong_usage_and_named_with_what_there_is_for_it(String text, String kind)
            throws Exception {
        Run run = Run.of("scan", file("file", text));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1).contains("file is not a configuration: " + kind);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A00, an image",
        "504B0304, a zip",
        "377ABCAF271C00, a 7z archive",
        "4D5A900003000000, a program",
        "0102030405000607, binary data"
    })
    void bytes_that_are_no_text_are_named_and_never_shown_whatever_the_file_is_called(String hex, String kind)
            throws Exception {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (String name : List.of("file", "web.config", "applicationHost.config")) {
            Path file = Files.write(folder.resolve(name), bytes);
            Run run = Run.of("scan", file.toString());
            assertThat(run.out()).as(name).isEmpty();
            if (!hex.startsWith("504B")) {
                assertThat(run.exit()).as(name).isEqualTo(ExitCode.USAGE);
                assertThat(run.err()).hasLineCount(1).contains(file + " is not a configuration: " + kind);
            }
        }
    }

    @Test
    void an_archive_without_configuration_is_one_of_these() throws Exception {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("raw/1_c.txt"));
        }
        Run run = Run.of("scan", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "iisaudit: " + file
                                + " is not a configuration: a Fiddler archive, for that there is iisaudit confirm --evidence FILE\n");
    }

    @Test
    void of_a_damaged_archive_nobody_knows_what_it_holds() throws Exception {
        Path file = Files.writeString(folder.resolve("a.zip"), "PK\u0003\u0004");
        Run run = Run.of("scan", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err()).hasLineCount(1).contains("cannot look into " + file);
    }

    @Test
    void what_was_named_beside_such_a_file_is_audited() throws Exception {
        Run run = Run.of("scan", file("a.reg", "REGEDIT4"), file("web.config", "<configuration/>"));
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("1 server, 1 file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan PATH",
                "effective PATH",
                "what-if PATH",
                "fix PATH",
                "history PATH",
                "kerberos PATH --directory DIR",
                "confirm PATH --evidence DIR"
            })
    void it_is_wrong_usage_for_every_command(String command) throws Exception {
        String directory = file("a.ldf", "dn: CN=WEB01,DC=contoso,DC=com\nobjectClass: computer\n");
        String line = command.replace("PATH", file("a.reg", "REGEDIT4")).replace("DIR", directory);
        Run run = Run.of(line.split(" "));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat((run.out() + run.err()).replaceAll("\\s+", " ")).contains("a registry export");
    }

    @Test
    void a_web_config_of_a_repository_that_is_another_kind_of_file_is_no_fault_of_a_server() throws Exception {
        Files.write(folder.resolve("web.config"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        Run run = Run.of("scan", folder.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("web.config: is not a configuration: an image")
                .doesNotContain("500.19");
    }

    @Test
    void on_a_server_it_is_one_that_is_told_without_what_stands_in_it() throws Exception {
        file(
                "applicationHost.config",
                "<configuration><system.applicationHost><sites><site name=\"S\" id=\"1\"><application path=\"/\">"
                        + "<virtualDirectory path=\"/\" physicalPath=\"C:\\s\"/></application></site></sites>"
                        + "</system.applicationHost></configuration>");
        Path site = Files.createDirectories(folder.resolve("C/s"));
        Files.writeString(site.resolve("web.config"), "REGEDIT4\nsecret\n");
        assertThat(Run.of("scan", folder.toString()).out().replaceAll("\\s+", " "))
                .contains("500.19", "the file is not a configuration: a registry export")
                .doesNotContain("secret", "REGEDIT4");
        file("applicationHost.config", "REGEDIT4\nsecret\n");
        assertThat(Run.of("scan", folder.toString()).out().replaceAll("\\s+", " "))
                .contains("applicationHost.config: the file cannot be read: is not a configuration: a registry export")
                .doesNotContain("500.19", "secret");
    }

    @Test
    void nothing_is_said_to_be_fine_of_which_nothing_could_be_read() throws Exception {
        file("applicationHost.config", "REGEDIT4");
        for (String format : List.of("text", "markdown")) {
            String out = Run.of("scan", folder.toString(), "--format", format).out();
            assertThat(out).as(format).doesNotContain("no findings", "no 401.1", "No findings");
        }
    }

    @Test
    void aRegistryExportIsKnownInUtf16Too() throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, "\uFEFFWindows Registry Editor Version 5.00".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Run.of("scan", file.toString()).err()).contains("is not a configuration: a registry export");
    }

    @Test
    void aMalformedConfigurationIsStillOne() throws Exception {
        assertThat(Run.of("scan", file("file.config", "<configuration>")).out()).contains("malformed-configuration");
    }
}
