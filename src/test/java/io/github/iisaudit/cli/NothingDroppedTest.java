package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies under a PATH and is not audited is named. */
class NothingDroppedTest {

    @TempDir
    private Path folder;

    private Path web01;

    private static String site(String name) {
        return "<site name='" + name
                + "' id='1'><application path='/'><virtualDirectory path='/' physicalPath='D:\\web\\" + name
                + "'/></application></site>";
    }

    @BeforeEach
    void collectFlat() throws Exception {
        web01 = folder.resolve("WEB01");
        StringBuilder sites = new StringBuilder();
        for (String name : new String[] {"a", "b", "c", "hr", "e"}) {
            sites.append(site(name));
        }
        write(
                "WEB01/applicationHost.config",
                "<configuration><system.applicationHost><sites>" + sites
                        + "</sites></system.applicationHost></configuration>");
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String scan(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "scan";
        all[1] = web01.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Run.of(all).out().replaceAll("\\s+", " ");
    }

    @Test
    void a_web_config_of_another_layout_is_named_with_the_place_where_it_was_expected() throws Exception {
        write("WEB01/hr/web.config", "<configuration");
        assertThat(scan())
                .contains("1 web.config belongs to no application and was not audited:"
                        + " hr/web.config (expected at D/web/hr/web.config)");
        assertThat(scan("--format", "json"))
                .contains(
                        "\"unassigned\": [ { \"file\": \"hr/web.config\", \"expected\": [ \"D/web/hr/web.config\" ] } ]");
    }

    @Test
    void text_names_the_first_three_folders_that_are_missing_and_json_all() {
        assertThat(scan()).contains("5 content folders were not collected: D/web/a, D/web/b, D/web/c and 2 more");
        assertThat(scan("--full")).contains("not collected: D/web/e");
        assertThat(scan("--format", "json"))
                .contains("\"notCollected\": [ \"D/web/a\", \"D/web/b\", \"D/web/c\", \"D/web/e\", \"D/web/hr\" ]");
    }

    @Test
    void verbose_names_all_on_standard_error() throws Exception {
        write("WEB01/web.config", "<configuration/>");
        String said = Run.of("scan", web01.toString(), "--verbose").err();
        assertThat(said)
                .contains(
                        "not collected: D/web/e",
                        "belongs to no application: web.config (expected at D/web/a/web.config)");
    }

    @Test
    void each_command_names_what_lies_beside_the_servers_of_a_fleet() throws Exception {
        write("WEB02/web.config", "<configuration/>");
        String named = "1 web.config lies beside servers and belongs to none";
        assertThat(Run.of("scan", folder.toString(), "--format", "json").out()).contains(named);
        for (String command : new String[] {"effective", "what-if", "fix", "confirm"}) {
            String[] arguments = command.equals("confirm")
                    ? new String[] {command, folder.toString(), "--evidence", folder.toString()}
                    : new String[] {command, folder.toString()};
            assertThat(Run.of(arguments).err()).as(command).contains(named);
        }
    }
}
