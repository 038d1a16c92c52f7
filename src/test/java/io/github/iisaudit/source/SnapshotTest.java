package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.notCollected;
import static io.github.iisaudit.source.Tree.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    @TempDir
    Path temp;

    private Tree web01;

    @BeforeEach
    void nameTheServer() {
        web01 = new Tree(temp.resolve("WEB01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applicationHost.config",
                "APPLICATIONHOST.CONFIG",
                "inetsrv/config/applicationHost.config",
                "InetSrv/Config/applicationhost.config",
                "C/Windows/System32/inetsrv/config/applicationHost.config",
                "c/windows/system32/inetsrv/config/applicationHost.config",
                "C:/WINDOWS/system32/inetsrv/config/applicationHost.config",
                "C$/Windows/System32/inetsrv/config/applicationHost.config",
                "Windows/System32/inetsrv/config/applicationHost.config",
            })
    void a_folder_with_an_application_host_is_a_server(String file) throws Exception {
        ConfigSource server = web01.withHost(file).source();
        assertThat(server.name()).isEqualTo("WEB01");
        assertThat(server.root()).isEqualTo(web01.typed());
        assertThat(server.host()).isEqualTo(ConfigSource.Host.REAL);
        assertThat(path(server.applicationHost())).isEqualTo(file);
        assertThat(server.deployment()).isEmpty();
    }

    @Test
    void the_root_comes_before_the_folders_of_windows() throws Exception {
        web01.withHost("inetsrv/config/applicationHost.config").withHost("applicationHost.config");
        assertThat(path(web01.source().applicationHost())).isEqualTo("applicationHost.config");
    }

    @Test
    void trailing_slashes_are_not_part_of_the_root() throws Exception {
        web01.withHost("applicationHost.config");
        ConfigSource server = Tree.only(Sources.open(List.of(web01.typed() + "//"), SourceOptions.DEFAULTS));
        assertThat(server.root()).isEqualTo(web01.typed());
        assertThat(server.name()).isEqualTo("WEB01");
    }

    @Test
    void a_dot_at_the_end_is_resolved_for_the_name_only() throws Exception {
        web01.withHost("applicationHost.config");
        ConfigSource server = Tree.only(web01.open("."));
        assertThat(server.name()).isEqualTo("WEB01");
        assertThat(server.root()).isEqualTo(web01.typed("."));
        assertThat(path(server.applicationHost())).isEqualTo("applicationHost.config");
    }

    @Test
    void files_beside_application_host_are_found_ignoring_case() throws Exception {
        web01.withHost("inetsrv/config/applicationHost.config")
                .with("inetsrv/config/Redirection.config", "<configuration/>");
        ConfigSource server = web01.source();
        assertThat(path(server.beside("redirection.config"))).isEqualTo("inetsrv/config/Redirection.config");
        assertThat(server.beside("administration.config")).isEqualTo(new Lookup.Absent());
    }

    @Test
    void schemas_come_in_order() throws Exception {
        web01.withHost("applicationHost.config")
                .with("schema/IIS_schema.xml", "<configSchema/>")
                .with("schema/Custom.XML", "<configSchema/>")
                .with("schema/readme.txt", "no schema");
        assertThat(web01.source().schemas())
                .extracting(ConfigFile::path)
                .containsExactly("schema/Custom.XML", "schema/IIS_schema.xml");
    }

    @Test
    void a_schema_that_cannot_be_read_is_remembered() throws Exception {
        ConfigSource server = web01.withHost("applicationHost.config")
                .withFolder("schema/x.xml")
                .source();
        assertThat(server.schemas()).isEmpty();
        assertThat(server.unreadable()).containsExactly(new Lookup.Unavailable("schema/x.xml", "is a folder", true));
    }

    @Test
    void the_drive_that_windows_was_found_on_is_the_system_drive() throws Exception {
        web01.withHost("E/Windows/System32/inetsrv/config/applicationHost.config")
                .withWeb("E/x/web.config");
        assertThat(path(web01.source().file("%SystemDrive%\\x", "web.config"))).isEqualTo("E/x/web.config");
    }

    @Test
    void a_folder_that_is_the_system_drive_itself_serves_its_paths() throws Exception {
        web01.withHost("Windows/System32/inetsrv/config/applicationHost.config").withWeb("inetpub/wwwroot/web.config");
        ConfigSource server = web01.source();
        assertThat(path(server.file("C:\\inetpub\\wwwroot", "web.config"))).isEqualTo("inetpub/wwwroot/web.config");
        assertThat(server.file("D:\\x", "web.config")).isEqualTo(notCollected("D/x/web.config"));
    }

    @Test
    void iis_express_is_a_development_host() throws Exception {
        web01.with("applicationHost.config", "<x image=\"%IIS_BIN%\\a.dll\"/>");
        assertThat(web01.source().host()).isEqualTo(ConfigSource.Host.DEVELOPMENT);
    }

    @Test
    void an_empty_folder_of_that_name_is_no_application_host() throws Exception {
        web01.withFolder("applicationHost.config").withHost("inetsrv/config/applicationHost.config");
        assertThat(path(web01.source().applicationHost())).isEqualTo("inetsrv/config/applicationHost.config");
    }

    @Test
    void a_copy_that_iis_made_is_used_where_it_is_what_was_given() throws Exception {
        Tree history = new Tree(temp.resolve("inetpub/history/CFGHISTORY_0000000001"));
        assertThat(history.withHost("applicationHost.config").source().name()).isEqualTo("CFGHISTORY_0000000001");
    }
}
