package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {

    @TempDir
    Path temp;

    private Tree fleet;

    @BeforeEach
    void collect() {
        fleet = new Tree(temp.resolve("fleet")).withFolder("junk").with("readme.txt", "");
    }

    private Opened open() throws SourceException {
        return new Tree(temp).open("fleet");
    }

    @Test
    void servers_come_in_order_of_their_relative_paths() throws Exception {
        fleet.withHost("web2/applicationHost.config").withHost("Web1/inetsrv/config/applicationHost.config");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly("Web1", "web2");
        assertThat(open().sources())
                .extracting(ConfigSource::root)
                .containsExactly(fleet.typed("Web1"), fleet.typed("web2"));
        assertThat(open().nothingFound()).isEmpty();
    }

    @Test
    void files_beside_servers_that_are_none_of_theirs_are_named() throws Exception {
        fleet.withHost("web1/applicationHost.config").withWeb("web2/web.config").with("src/hr/web.config", "<broken");
        assertThat(open().strays()).containsExactly(fleet.typed("src/hr/web.config"), fleet.typed("web2/web.config"));
    }

    @Test
    void what_lies_deeper_than_servers_are_looked_for_is_named_too() throws Exception {
        fleet.withHost("web1/applicationHost.config")
                .withHost("a/b/c/d/e/web2/applicationHost.config")
                .withWeb("a/b/c/d/web.config");
        assertThat(open().strays())
                .containsExactly(
                        fleet.typed("a/b/c/d/e/web2/applicationHost.config"), fleet.typed("a/b/c/d/web.config"));
    }

    @Test
    void what_ansible_fetch_writes_is_named_after_the_host() throws Exception {
        fleet.withHost("web01.contoso.com/C:/Windows/System32/inetsrv/config/applicationHost.config")
                .withWeb("web01.contoso.com/C:/inetpub/wwwroot/web.config");
        ConfigSource server = Tree.only(open());
        assertThat(server.name()).isEqualTo("web01.contoso.com");
        assertThat(path(server.file("%SystemDrive%\\inetpub\\wwwroot", "web.config")))
                .isEqualTo("C:/inetpub/wwwroot/web.config");
    }

    @Test
    void servers_of_one_name_go_by_their_relative_paths() throws Exception {
        fleet.withHost("prod/WEB01/applicationHost.config")
                .withHost("test/web01/applicationHost.config")
                .withHost("test/web02/applicationHost.config");
        assertThat(open().sources())
                .extracting(ConfigSource::name)
                .containsExactly("prod/WEB01", "test/web01", "web02");
    }

    @Test
    void a_server_may_lie_four_folders_deep_and_no_deeper() throws Exception {
        fleet.withHost("a/b/c/deep/applicationHost.config").withHost("a/b/c/d/deeper/applicationHost.config");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly("deep");
    }

    @Test
    void what_lies_in_a_server_is_no_server() throws Exception {
        fleet.withHost("web01/applicationHost.config").withHost("web01/old/applicationHost.config");
        assertThat(open().sources()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web01/inetpub/history/CFGHISTORY_0000000001/applicationHost.config",
                "web01/inetpub/temp/appPools/applicationHost.config",
                "web01/inetsrv/backup/before/applicationHost.config",
                ".vs/config/applicationhost.config",
                "bin/x/applicationHost.config",
                "web01/applicationHost.config.bak",
            })
    void copies_and_files_of_tools_are_no_servers(String file) throws Exception {
        fleet.withHost(file);
        assertThat(open().sources()).isEmpty();
        assertThat(open().nothingFound()).hasSize(1);
    }

    @Test
    void a_server_whose_name_begins_with_a_dot_is_one_of_a_fleet() throws Exception {
        fleet.withHost("web01/applicationHost.config")
                .withHost(".web02/inetsrv/config/applicationHost.config")
                .withHost(".tool/web03/applicationHost.config");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly(".web02", "web01");
    }

    @Test
    void a_fleet_may_have_only_names_that_begin_with_a_dot() throws Exception {
        fleet.withHost(".web02/applicationHost.config");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly(".web02");
    }

    @Test
    void a_repository_is_not_what_a_tool_keeps_in_it() throws Exception {
        fleet.withWeb("web.config").withHost(".tool/applicationHost.config");
        assertThat(open().sources()).extracting(ConfigSource::host).containsExactly(ConfigSource.Host.ASSUMED);
    }

    @Test
    @Timeout(20)
    void links_that_go_round_do_no_harm() throws Exception {
        fleet.withHost("web01/applicationHost.config")
                .withLink("again", ".")
                .withLink("aaa", "web01")
                .withLink("junk/up", "..");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly("web01");
    }

    @Test
    void a_server_that_a_link_led_to_before_is_not_opened_again() throws Exception {
        fleet.withHost("web01/applicationHost.config").withFolder("a").withLink("a/link", "../web01");
        assertThat(open().sources()).extracting(ConfigSource::name).containsExactly("link");
    }

    @Test
    void links_to_servers_elsewhere_are_followed() throws Exception {
        new Tree(temp).withHost("store/4711/applicationHost.config");
        fleet.withLink("web01", "../store/4711");
        ConfigSource server = Tree.only(open());
        assertThat(server.name()).isEqualTo("web01");
        assertThat(path(server.applicationHost())).isEqualTo("applicationHost.config");
    }

    @Test
    void an_empty_folder_is_reported_with_what_was_looked_for() throws Exception {
        Opened opened = open();
        assertThat(opened.sources()).isEmpty();
        assertThat(opened.nothingFound())
                .containsExactly("no applicationHost.config (looked at the root, inetsrv/config,"
                        + " <drive>/Windows/System32/inetsrv/config, sub-folders to depth 4) and no web.config under "
                        + fleet.typed());
    }

    @Test
    void servers_of_several_paths_have_different_names() throws Exception {
        fleet.withHost("a/web01/applicationHost.config").withHost("b/web01/applicationHost.config");
        assertThat(fleet.open("a/web01", "b/web01", "a/../a/web01").sources())
                .extracting(ConfigSource::name)
                .containsExactly(fleet.typed("a/web01"), fleet.typed("b/web01"));
    }
}
