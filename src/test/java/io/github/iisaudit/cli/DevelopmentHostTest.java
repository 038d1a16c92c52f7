package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories with the configuration of IIS Express, which Visual Studio keeps in them. */
class DevelopmentHostTest {

    @TempDir
    private Path repository;

    @Test
    void the_file_that_counts_is_said_and_offered_as_host() throws Exception {
        Files.writeString(repository.resolve("web.config"), "<configuration/>");
        Path folder = Files.createDirectories(repository.resolve(".vs/Shop/config"));
        Files.writeString(folder.resolve("applicationhost.config"), "<configuration/>");
        Run run = Run.of("scan", "--verbose", repository.toString());
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(".vs/Shop/config/applicationhost.config")
                .contains("--host");
        assertThat(run.err()).contains(".vs (holds").doesNotContain("never holds");
    }

    @Test
    void without_one_nothing_is_said_of_it() throws Exception {
        Files.writeString(repository.resolve("web.config"), "<configuration/>");
        Files.createDirectories(repository.resolve(".vs/Shop/v17"));
        assertThat(Run.of("scan", repository.toString()).out()).doesNotContain("IIS Express");
    }

    @Test
    void a_stale_location_of_its_file_is_told_without_a_command_for_the_iis_of_the_machine() throws Exception {
        Files.writeString(repository.resolve("applicationhost.config"), staleLocation("%IIS_SITES_HOME%"));
        assertThat(scan())
                .contains("stale-location", "otherwise delete the tag from this file")
                .doesNotContain("Remove-WebConfigurationLocation");
    }

    @Test
    void one_of_a_server_is_told_with_the_command() throws Exception {
        Files.writeString(repository.resolve("applicationHost.config"), staleLocation("C:\\site"));
        assertThat(scan())
                .contains("stale-location", "Remove-WebConfigurationLocation -Name 'Gone'")
                .doesNotContain("from this file");
    }

    private String scan() {
        return Run.of("scan", "--rule", "stale-location", repository.toString())
                .out()
                .replaceAll("\\s+", " ");
    }

    private static String staleLocation(String folder) {
        return "<configuration><system.applicationHost><sites><site name='S' id='1'><application path='/'>"
                + "<virtualDirectory path='/' physicalPath='" + folder + "'/></application></site></sites>"
                + "</system.applicationHost><location path='Gone'/></configuration>";
    }
}
