package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first screen of {@code scan}: 24 lines of 80 columns answer both questions, however many applications there are. */
class FirstScreenTest {

    @TempDir
    private Path folder;

    /** A server with so many applications below its site, each of a kind in turn: in kernel mode, of a user, with anonymous access, off. */
    private Path server(String name, int applications) throws IOException {
        StringBuilder pools =
                new StringBuilder("<add name=\"p0\"/><add name=\"p1\"><processModel identityType=\"SpecificUser\""
                        + " userName=\"CONTOSO\\svc\"/></add><add name=\"p2\"/><add name=\"p3\"/>");
        StringBuilder sites = new StringBuilder("<application path=\"/\" applicationPool=\"p3\">"
                + "<virtualDirectory path=\"/\" physicalPath=\"C:\\s\"/></application>");
        StringBuilder locations = new StringBuilder();
        for (int i = 1; i < applications; i++) {
            int kind = i % 4;
            sites.append("<application path=\"/a%d\" applicationPool=\"p%d\"><virtualDirectory path=\"/\""
                            .formatted(i, kind))
                    .append(" physicalPath=\"C:\\s\\a%d\"/></application>".formatted(i));
            if (kind < 3) {
                locations.append(("<location path=\"S/a%d\"><system.webServer><security><authentication>"
                                + "<anonymousAuthentication enabled=\"%s\"/><windowsAuthentication enabled=\"true\"/>"
                                + "</authentication></security></system.webServer></location>")
                        .formatted(i, kind == 2));
            }
        }
        Path config = Files.createDirectories(folder.resolve(name).resolve("inetsrv/config"));
        Files.createDirectories(folder.resolve(name).resolve("C/s"));
        Files.writeString(
                config.resolve("applicationHost.config"),
                ("<configuration><configSections><sectionGroup name=\"system.applicationHost\"><section"
                                + " name=\"applicationPools\"/><section name=\"sites\"/></sectionGroup><sectionGroup"
                                + " name=\"system.webServer\"><sectionGroup name=\"security\"><sectionGroup"
                                + " name=\"authentication\"><section name=\"anonymousAuthentication\"/><section"
                                + " name=\"windowsAuthentication\""
                                + " overrideModeDefault=\"Deny\"/></sectionGroup></sectionGroup></sectionGroup>"
                                + "</configSections><system.applicationHost><applicationPools>%s</applicationPools><sites><site"
                                + " name=\"S\" id=\"1\">%s<bindings><binding protocol=\"http\""
                                + " bindingInformation=\"*:80:www.contoso.com\"/></bindings></site></sites>"
                                + "</system.applicationHost><system.webServer><security><authentication><windowsAuthentication"
                                + " enabled=\"false\"><providers><add value=\"Negotiate\"/><add"
                                + " value=\"NTLM\"/></providers></windowsAuthentication></authentication></security>"
                                + "</system.webServer>%s</configuration>")
                        .formatted(pools, sites, locations));
        return folder.resolve(name);
    }

    @Test
    void markdown_begins_with_the_same_answers_for_a_server_and_for_a_fleet() throws IOException {
        for (int i = 0; i < 12; i++) {
            server("fleet/WEB" + i, 3);
        }
        String fleet = Run.of("scan", folder.resolve("fleet").toString(), "--format", "markdown")
                .out();
        assertThat(fleet)
                .contains("36 applications, Windows authentication on at 24.")
                .contains("- **401.1 (KB 2749007):** 12 yes on 12 servers, 12 unlikely")
                .contains("- **Turning kernel mode off:** ")
                .contains("| servers by risk | apps | 401.1 |", "| WEB0 | 3 | 1 |", "\nand 4 servers more\n");
        String server = Run.of("scan", server("one", 30).toString(), "--format", "markdown")
                .out();
        assertThat(server)
                .contains("30 applications", "|  | Windows | 401.1 | kernel mode off | worst | applications |");
        assertThat(fleet.indexOf("servers by risk")).isLessThan(fleet.indexOf("###"));
    }

    private static String screen(String text) {
        return String.join("\n", text.lines().limit(24).toList());
    }

    @Test
    void aFewApplicationsHaveALineEach() throws IOException {
        String text = Run.of("scan", server("WEB01", 4).toString()).out();

        assertThat(screen(text)).startsWith("""
            WEB01: 4 applications, Windows authentication on at 2
              401.1 (KB 2749007): 1 yes, 1 unlikely, 2 no
              turning kernel mode off: 1 spn-move-needed, 1 performance-only
            """);
        assertThat(screen(text)).containsPattern("S/a1 +p1 \\(svc\\) +kernel +yes +spn-move-needed +warning");
        assertThat(screen(text)).containsPattern("S/a2 +p2 +kernel +unlikely +performance-only");
        assertThat(screen(text)).containsPattern("S +p3 +off +no +- ");
    }

    @Test
    void manyApplicationsAreCountedByHowTheyStand() throws IOException {
        String text = Run.of("scan", server("WEB01", 300).toString()).out();

        assertThat(screen(text))
                .contains("300 applications, Windows authentication on at 224")
                .contains("149 yes, 75 unlikely, 76 no")
                .contains("75 spn-move-needed, 149 performance-only")
                .containsPattern(" 75 +kernel +yes +spn-move-needed +\\w+ +S/a1, ");
        assertThat(screen(text).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void allOfThemAreThereInFull() throws IOException {
        String text = Run.of("scan", server("WEB01", 30).toString(), "--full").out();

        assertThat(text.lines().limit(40)).anyMatch(line -> line.startsWith("  S/a29 "));
    }

    @Test
    void theServersOfAFleetComeByTheirRisk() throws IOException {
        server("WEB01", 3);
        server("WEB02", 9);
        String text = Run.of("scan", folder.toString()).out();

        assertThat(screen(text))
                .startsWith("2 servers, 12 applications, Windows authentication on at")
                .containsPattern("401.1 \\(KB 2749007\\): \\d+ yes on 2 servers")
                .contains("causes");
        assertThat(text.indexOf("  WEB02 ")).isPositive().isLessThan(text.indexOf("  WEB01 "));
    }

    @Test
    void programsGetTheSameOfEachApplication() throws IOException {
        String json = Run.of("scan", server("WEB01", 3).toString(), "--format", "json")
                .out();

        assertThat(json.replaceAll("\\s+", " "))
                .contains("\"servers\": [ { \"name\": \"WEB01\"")
                .contains("\"path\": \"S/a1\", \"kind\": \"application\", \"applicationPool\": \"p1\","
                        + " \"identity\": \"CONTOSO\\\\svc\", \"windowsAuthentication\": \"on\", \"kernelMode\": true,"
                        + " \"authentication\": [ \"windows\" ], \"account\": \"WEB01$\","
                        + " \"preauthentication401\": \"yes\", \"kernelModeOff\": \"spn-move-needed\"");
    }

    @Test
    void spreadsheetsGetARowForEachServer() throws IOException {
        String csv =
                Run.of("scan", server("WEB01", 3).toString(), "--format", "csv").out();

        assertThat(csv.lines())
                .anyMatch(line -> line.startsWith("server,,,,WEB01,") && line.contains("1 yes, 1 unlikely"));
    }

    @Test
    void theSummaryIsTheTableAndTheTally() throws IOException {
        String path = server("WEB01", 4).toString();
        String whole = Run.of("scan", path).out();
        String summary = Run.of("scan", path, "--summary").out();

        assertThat(summary).doesNotContain("-->").contains("findings by rule");
        assertThat(whole).startsWith(summary.substring(0, summary.indexOf("\n\n")));
        assertThat(summary).endsWith(whole.lines().reduce((a, b) -> b).orElseThrow() + "\n");
    }

    @Test
    void whatIsLessThanSureSaysSoBesideItsSeverity() throws IOException {
        String text = Run.of("scan", server("WEB01", 4).toString(), "--full").out();

        assertThat(text)
                .contains("warning[kernel-mode-preauth-401]: ")
                .contains("warning[kernel-mode-preauth-401] (medium confidence): ");
    }

    @Test
    void howMuchIsToldIsSaidOnce() throws IOException {
        Run run = Run.of("scan", server("WEB01", 1).toString(), "--full", "--summary");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--full, --summary and --quiet cannot be combined");
    }

    @Test
    void whatIsLessThanSureIsLeftOutOnRequest() throws IOException {
        String path = server("WEB01", 4).toString();

        assertThat(Run.of("scan", path, "--full", "--min-confidence", "high").out())
                .contains("warning[kernel-mode-preauth-401]: ")
                .doesNotContain("confidence): ");
        assertThat(Run.of("scan", path, "--min-confidence", "low")).isEqualTo(Run.of("scan", path));
    }
}
