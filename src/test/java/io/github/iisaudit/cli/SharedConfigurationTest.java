package io.github.iisaudit.cli;

import static java.nio.file.Files.copy;
import static java.nio.file.Files.createDirectories;
import static java.nio.file.Files.createSymbolicLink;
import static java.nio.file.Files.writeString;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose redirection.config names a folder that was collected with them. */
class SharedConfigurationTest {

    @TempDir
    private Path folder;

    private Path server;
    private Path shared;

    @BeforeEach
    void collect() throws Exception {
        server = createDirectories(folder.resolve("WEB01"));
        shared = createDirectories(server.resolve("UNC/nas")).resolve("cfg");
        writeString(server.resolve("applicationHost.config"), "<configuration/>");
        writeString(
                server.resolve("redirection.config"),
                "<configuration><configurationRedirection enabled='true' path='\\\\nas\\cfg'/></configuration>");
    }

    private Path put(Path where) throws Exception {
        createDirectories(where);
        copy(
                Path.of("examples/applicationHost/C/Windows/System32/inetsrv/config/applicationHost.config"),
                where.resolve("applicationHost.config"));
        return where;
    }

    @Test
    void what_was_audited_is_told_and_the_redirection_is_no_finding() throws Exception {
        put(shared);
        Run run = Run.of("scan", server.toString());
        assertThat(run.out())
                .contains("--> UNC/nas/cfg/applicationHost.config")
                .doesNotContain("configuration-redirected")
                .containsPattern("note: redirection.config sends IIS to the configuration in\\s+\\\\\\\\nas\\\\cfg");
    }

    @Test
    void a_change_is_made_to_the_file_that_is_in_use() throws Exception {
        put(shared);
        Run run = Run.of("what-if", server.toString(), "--set", "useKernelMode=false", "--path", "Intranet");
        assertThat(run.out()).contains("UNC/nas/cfg/applicationHost.config:").contains("gone  kernel-mode-preauth-401");
    }

    @Test
    void a_folder_that_is_a_link_out_of_the_snapshot_is_not_followed() throws Exception {
        createSymbolicLink(shared, put(folder.resolve("elsewhere")));
        Run run = Run.of("scan", server.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("link out of what is audited").doesNotContain("Intranet");
    }
}
