package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.notCollected;
import static io.github.iisaudit.source.Tree.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.source.ConfigSource.Deployment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    @TempDir
    Path temp;

    private Tree tree;
    private SourceOptions onShop;

    @BeforeEach
    void start() {
        tree = new Tree(temp).withHost("WEB01/applicationHost.config").withWeb("repo/src/web.config");
        onShop = SourceOptions.DEFAULTS.withHost(tree.typed("WEB01/applicationHost.config"), "Shop");
    }

    @Test
    void a_repository_is_the_root_of_a_site_of_a_real_server() throws Exception {
        ConfigSource source = Tree.only(tree.open(onShop, "repo"));
        assertThat(source.name()).isEqualTo("WEB01");
        assertThat(source.root()).isEqualTo(tree.typed("repo"));
        assertThat(source.host()).isEqualTo(ConfigSource.Host.REAL);
        assertThat(path(source.applicationHost())).isEqualTo(tree.typed("WEB01/applicationHost.config"));
        assertThat(source.deployment()).contains(new Deployment("Shop", "R:\\"));
        assertThat(source.file("R:\\", "web.config")).isEqualTo(new Lookup.Absent());
        assertThat(source.foldersWithWebConfig("R:\\")).containsExactly("src");
        assertThat(source.file("C:\\other", "web.config")).isEqualTo(notCollected("C/other/web.config"));
    }

    @Test
    void the_drive_of_the_repository_is_none_of_the_servers() throws Exception {
        tree.with("WEB01/applicationHost.config", "<system.applicationHost physicalPath=\"r:\\sites\"/>");
        ConfigSource source = Tree.only(tree.open(onShop, "repo"));
        assertThat(source.deployment()).contains(new Deployment("Shop", "Q:\\"));
        assertThat(source.isCollected("r:\\sites")).isFalse();
        assertThat(source.isCollected("Q:\\src")).isTrue();
    }

    @Test
    void a_web_config_can_be_deployed_by_itself() throws Exception {
        ConfigSource source = Tree.only(tree.open(onShop, "repo/src/web.config"));
        assertThat(source.name()).isEqualTo("WEB01");
        assertThat(source.deployment()).contains(new Deployment("Shop", "R:\\"));
        assertThat(path(source.file("R:\\", "web.config"))).isEqualTo("web.config");
    }

    @Test
    void a_server_cannot_be_deployed_to_a_server() {
        assertThatThrownBy(() -> tree.open(onShop, "WEB01/applicationHost.config"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("with --host give the web.config or the folder that is deployed");
    }

    @Test
    void host_and_site_need_each_other() {
        SourceOptions site = options(Optional.empty(), Optional.of("Shop"));
        SourceOptions host = options(Optional.of(tree.typed("WEB01/applicationHost.config")), Optional.empty());
        assertThatThrownBy(() -> tree.open(site, "repo")).hasMessageStartingWith("--site needs --host FILE");
        assertThatThrownBy(() -> tree.open(host, "repo")).hasMessageStartingWith("--host needs --site NAME");
    }

    @Test
    void the_host_must_be_a_file() {
        SourceOptions gone = SourceOptions.DEFAULTS.withHost(tree.typed("gone"), "Shop");
        SourceOptions folder = SourceOptions.DEFAULTS.withHost(tree.typed("WEB01"), "Shop");
        assertThatThrownBy(() -> tree.open(gone, "repo")).hasMessageStartingWith("no such file: ");
        assertThatThrownBy(() -> tree.open(folder, "repo")).hasMessageStartingWith("no such file: ");
    }

    private static SourceOptions options(Optional<String> host, Optional<String> site) {
        SourceOptions none = SourceOptions.DEFAULTS;
        return new SourceOptions(
                none.variables(),
                none.kind(),
                host,
                site,
                none.computers(),
                none.standardInput(),
                none.standardInputName());
    }
}
