package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.notCollected;
import static io.github.iisaudit.source.Tree.path;
import static io.github.iisaudit.source.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.SourceOptions.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenFileTest {

    @TempDir
    Path temp;

    private Tree tree;

    @BeforeEach
    void start() {
        tree = new Tree(temp);
    }

    @Test
    void an_application_host_is_a_server_named_after_its_folder() throws Exception {
        tree.withHost("WEB01/applicationHost.config").withWeb("WEB01/C/x/web.config");
        ConfigSource server = Tree.only(tree.open("WEB01/applicationHost.config"));
        assertThat(server.name()).isEqualTo("WEB01");
        assertThat(server.root()).isEqualTo(tree.typed("WEB01"));
        assertThat(server.host()).isEqualTo(Host.REAL);
        assertThat(path(server.applicationHost())).isEqualTo("applicationHost.config");
    }

    @Test
    void the_configuration_of_iis_manager_is_told_as_such_whatever_it_is_called() throws Exception {
        String text =
                "<configuration><configSections/><moduleProviders><add name='Modules'/></moduleProviders></configuration>";
        tree.with("administration.config", text).with("copy.config", text);
        for (String name : List.of("administration.config", "copy.config")) {
            assertThat(tree.open(name).nothingFound())
                    .singleElement()
                    .asString()
                    .contains("IIS Manager")
                    .contains("give applicationHost.config or web.config");
        }
    }

    @Test
    void of_a_lone_application_host_no_folder_is_collected() throws Exception {
        tree.withHost("WEB01/applicationHost.config").withWeb("WEB01/C/x/web.config");
        ConfigSource server = Tree.only(tree.open("WEB01/applicationHost.config"));
        assertThat(server.isCollected("C:\\x")).isFalse();
        assertThat(server.file("C:\\x", "web.config")).isEqualTo(notCollected("C/x/web.config"));
        assertThat(server.foldersWithWebConfig("C:\\x")).isEmpty();
    }

    @Test
    void several_servers_of_one_folder_are_named_after_their_files() throws Exception {
        tree.withHost("hosts/web01.config").withHost("hosts/web02.xml").withHost("lone/web03.config");
        assertThat(tree.open("hosts/web01.config", "hosts/web02.xml", "lone/web03.config")
                        .sources())
                .extracting(ConfigSource::name)
                .containsExactly("web01.config", "web02.xml", "lone");
    }

    @Test
    void servers_whose_files_have_one_name_too_go_by_their_paths() throws Exception {
        tree.withHost("a/config/applicationHost.config").withHost("b/config/applicationHost.config");
        assertThat(tree.open("a/config/applicationHost.config", "b/config/applicationHost.config")
                        .sources())
                .extracting(ConfigSource::name)
                .containsExactly(
                        tree.typed("a/config/applicationHost.config"), tree.typed("b/config/applicationHost.config"));
    }

    @Test
    void what_lies_beside_is_used_only_where_it_must_be_the_servers() throws Exception {
        tree.withHost("applicationHost.config").withHost("web01.config").with("redirection.config", "<r/>");
        tree.with("schema/x.xml", "<configSchema/>");
        ConfigSource named = Tree.only(tree.open("applicationHost.config"));
        ConfigSource other = Tree.only(tree.open("web01.config"));
        assertThat(path(named.beside("redirection.config"))).isEqualTo("redirection.config");
        assertThat(named.beside("administration.config")).isEqualTo(notCollected("administration.config"));
        assertThat(named.schemas()).extracting(ConfigFile::path).containsExactly("schema/x.xml");
        assertThat(other.beside("redirection.config")).isEqualTo(notCollected("redirection.config"));
        assertThat(other.schemas()).isEmpty();
    }

    @Test
    void the_kind_is_known_by_name_or_by_content_and_can_be_said() throws Exception {
        tree.with("applicationHost.config", "<configuration/>")
                .withHost("host.txt")
                .withWeb("web.txt");
        assertThat(hostOf("applicationHost.config", Kind.AUTO)).isEqualTo(Host.REAL);
        assertThat(hostOf("host.txt", Kind.AUTO)).isEqualTo(Host.REAL);
        assertThat(hostOf("web.txt", Kind.AUTO)).isEqualTo(Host.ASSUMED);
        assertThat(hostOf("host.txt", Kind.WEB)).isEqualTo(Host.ASSUMED);
        assertThat(hostOf("web.txt", Kind.APPLICATION_HOST)).isEqualTo(Host.REAL);
    }

    private Host hostOf(String file, Kind kind) throws SourceException {
        return Tree.only(tree.open(SourceOptions.DEFAULTS.withKind(kind), file)).host();
    }

    @Test
    void iis_express_is_known_by_its_folder_or_its_variables() throws Exception {
        tree.withHost(".vs/App/config/applicationhost.config");
        tree.with("x.config", "<system.applicationHost path=\"%IIS_SITES_HOME%\\x\"/>");
        assertThat(hostOf(".vs/App/config/applicationhost.config", Kind.AUTO)).isEqualTo(Host.DEVELOPMENT);
        assertThat(hostOf("x.config", Kind.AUTO)).isEqualTo(Host.DEVELOPMENT);
    }

    @Test
    void a_web_config_is_the_only_site_of_a_stock_server() throws Exception {
        tree.with("src/My Web/Web.config", "<mine/>").withWeb("src/My Web/Views/web.config");
        ConfigSource source = Tree.only(tree.open("src/My Web/Web.config"));
        assertThat(source.name()).isEqualTo("My Web");
        assertThat(source.root()).isEqualTo(tree.typed("src/My Web"));
        assertThat(source.host()).isEqualTo(Host.ASSUMED);
        assertThat(text(source.applicationHost())).contains("<site name=\"My Web\" id=\"1\">", "physicalPath=\"R:\\\"");
        assertThat(path(source.file("R:\\", "web.config"))).isEqualTo("Web.config");
        assertThat(text(source.file("R:\\", "web.config"))).isEqualTo("<mine/>");
        assertThat(source.foldersWithWebConfig("R:\\")).isEmpty();
        assertThat(source.isCollected("R:\\Views")).isFalse();
        assertThat(source.file("R:\\Views", "web.config")).isEqualTo(notCollected("Views/web.config"));
    }

    @Test
    void a_web_config_may_have_any_name_and_be_read_with_files_beside_it() throws Exception {
        tree.with("site/x.txt", "<configuration/>").with("site/Config/auth.config", "<auth/>");
        ConfigSource source = Tree.only(tree.open("site/x.txt"));
        assertThat(path(source.file("R:\\", "web.config"))).isEqualTo("x.txt");
        assertThat(path(source.file("R:\\", "config\\auth.config"))).isEqualTo("Config/auth.config");
        assertThat(source.file("R:\\", "gone.config")).isEqualTo(new Lookup.Absent());
    }

    @Test
    void standard_input_is_one_file() throws Exception {
        ConfigSource host = standardInput(Tree.HOST, "stdin");
        assertThat(host.name()).isEqualTo("stdin");
        assertThat(path(host.applicationHost())).isEqualTo("stdin");
        assertThat(host.beside("redirection.config")).isEqualTo(notCollected("redirection.config"));
        ConfigSource web = standardInput(Tree.WEB, "src/Web/web.config");
        assertThat(web.name()).isEqualTo("Web");
        assertThat(web.root()).isEqualTo("src/Web");
        assertThat(path(web.file("R:\\", "web.config"))).isEqualTo("web.config");
        assertThat(web.file("R:\\", "x.config")).isEqualTo(notCollected("x.config"));
        assertThat(text(web.applicationHost())).contains("<site name=\"Web\"");
    }

    private static ConfigSource standardInput(String text, String name) throws SourceException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SourceOptions options = SourceOptions.DEFAULTS.withStandardInput(() -> new ByteArrayInputStream(bytes), name);
        return Tree.only(Sources.open(List.of("-"), options));
    }

    @Test
    void standard_input_is_read_once() {
        assertThatThrownBy(() -> Sources.open(List.of("-", "-"), SourceOptions.DEFAULTS))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("given twice");
    }

    @Test
    void a_path_that_does_not_exist_is_an_error_that_says_what_is_possible() {
        assertThatThrownBy(() -> tree.open("gone"))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "no such file or folder: " + tree.typed("gone") + " (give a server's folder, a folder of such"
                                + " folders, an applicationHost.config or web.config file, a repository,"
                                + " or - for standard input)");
    }

    @Test
    void a_path_that_is_empty_or_impossible_is_an_error() {
        assertThatThrownBy(() -> Sources.open(List.of(""), SourceOptions.DEFAULTS))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> Sources.open(List.of("a\0b"), SourceOptions.DEFAULTS))
                .isInstanceOf(SourceException.class)
                .hasMessage("no path of this system: a?b");
    }
}
