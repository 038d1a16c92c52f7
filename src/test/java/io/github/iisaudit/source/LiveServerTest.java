package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveServerTest {

    private static final String CONFIG = "Windows/System32/inetsrv/config";

    @TempDir
    Path temp;

    @Test
    void the_machines_own_drives_are_used() throws Exception {
        Tree drive = new Tree(temp.resolve("C")).withHost(CONFIG + "/applicationHost.config");
        drive.withWeb("inetpub/wwwroot/web.config");
        ConfigSource server = Tree.only(Sources.live(SourceOptions.DEFAULTS, machine(true)));
        assertThat(server.name()).isEqualTo("WEB01");
        assertThat(server.root()).isEmpty();
        assertThat(path(server.applicationHost())).isEqualTo(drive.typed(CONFIG + "/applicationHost.config"));
        assertThat(path(server.file("%SystemDrive%\\inetpub\\wwwroot", "web.config")))
                .isEqualTo(drive.typed("inetpub/wwwroot/web.config"));
        assertThat(server.isCollected("%SITES%\\wwwroot")).isTrue();
        assertThat(server.file("D:\\x", "web.config")).isEqualTo(Tree.notCollected("D:/x/web.config"));
        assertThat(server.file("\\\\fs\\x\\y", "web.config")).isEqualTo(Tree.notCollected("//fs/x/y/web.config"));
    }

    @Test
    void the_folder_of_iis_itself_is_the_live_server() throws Exception {
        Tree drive = new Tree(temp.resolve("C")).withHost(CONFIG + "/applicationHost.config");
        Opened opened = new Opening(SourceOptions.DEFAULTS, machine(true)).open(List.of(drive.typed(CONFIG)));
        assertThat(Tree.only(opened).root()).isEmpty();
        Opened elsewhere = new Opening(SourceOptions.DEFAULTS, machine(false)).open(List.of(drive.typed(CONFIG)));
        assertThat(Tree.only(elsewhere).root()).isEqualTo(drive.typed(CONFIG));
    }

    @Test
    void a_machine_without_iis_has_nothing_to_audit() throws Exception {
        Opened opened = Sources.live(SourceOptions.DEFAULTS, machine(true));
        assertThat(opened.sources()).isEmpty();
        assertThat(opened.nothingFound()).hasSize(1);
    }

    @Test
    void elsewhere_than_on_windows_there_is_no_live_server() {
        assertThatThrownBy(() -> Sources.live(SourceOptions.DEFAULTS, machine(false)))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("--live works on Windows only");
    }

    private Machine machine(boolean windows) {
        Map<String, String> environment = Map.of("COMPUTERNAME", "WEB01", "SystemDrive", "C:", "SITES", "C:\\inetpub");
        return new Machine(windows, environment, root -> temp.resolve(root.replaceAll("[:\\\\]", "")));
    }
}
