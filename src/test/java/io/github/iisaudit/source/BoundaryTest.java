package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Found;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundaryTest {

    @TempDir
    Path temp;

    private Tree tree;

    @BeforeEach
    void collect() {
        tree = new Tree(temp)
                .withHost("WEB01/applicationHost.config")
                .withFolder("WEB01/C/site")
                .withHost("WEB02/applicationHost.config")
                .withWeb("WEB02/C/site/web.config")
                .withWeb("WEB02/C/site/sub/web.config")
                .with("WEB02/redirection.config", Tree.WEB)
                .with("WEB02/schema/x.xml", "<configSchema/>");
    }

    private ConfigSource web01() throws SourceException {
        return Tree.only(tree.open("WEB01"));
    }

    private static Unavailable out(String path) {
        return new Unavailable(path, Boundary.REASON, true);
    }

    @Test
    void a_web_config_that_is_a_link_out_of_the_snapshot_is_not_available() throws Exception {
        tree.withLink("WEB01/C/site/web.config", "../../../WEB02/C/site/web.config");
        assertThat(web01().file("C:\\site", "web.config")).isEqualTo(out("C/site/web.config"));
    }

    @Test
    void the_boundary_of_a_server_is_its_snapshot_and_not_the_fleet() throws Exception {
        tree.withLink("WEB01/C/site/web.config", "../../../WEB02/C/site/web.config");
        assertThat(tree.open("").sources().get(0).file("C:\\site", "web.config"))
                .isEqualTo(out("C/site/web.config"));
    }

    @Test
    void a_link_within_the_snapshot_is_read() throws Exception {
        tree.withWeb("WEB01/D/real/web.config")
                .withLink("WEB01/C/site/web.config", "../../D/real/web.config")
                .withLink("WEB01/C/app", "../D/real")
                .withLink("WEB01/E", "D");
        assertThat(web01().file("C:\\site", "web.config")).isInstanceOf(Found.class);
        assertThat(web01().file("C:\\app", "web.config")).isInstanceOf(Found.class);
        assertThat(web01().file("E:\\real", "web.config")).isInstanceOf(Found.class);
        assertThat(web01().file("E:\\real", "other.config")).isInstanceOf(Absent.class);
    }

    @Test
    void a_path_that_is_a_link_itself_is_what_it_leads_to() throws Exception {
        tree.withWeb("WEB01/D/real/web.config")
                .withLink("WEB01/C/site/web.config", "../../D/real/web.config")
                .withLink("current", "WEB01");
        assertThat(Tree.only(tree.open("current")).file("C:\\site", "web.config"))
                .isInstanceOf(Found.class);
    }

    @Test
    void drives_and_folders_that_are_links_out_are_not_available() throws Exception {
        tree.withLink("WEB01/D", "../WEB02/C")
                .withLink("WEB01/C/app", "../../WEB02/C/site")
                .withFolder("WEB01/UNC")
                .withLink("WEB01/UNC/nas", "../../WEB02/C");
        ConfigSource web01 = web01();
        assertThat(web01.file("D:\\site", "web.config")).isEqualTo(out("D/site/web.config"));
        assertThat(web01.file("C:\\app", "web.config")).isEqualTo(out("C/app/web.config"));
        assertThat(web01.file("C:\\app\\sub", "web.config")).isEqualTo(out("C/app/sub/web.config"));
        assertThat(web01.file("\\\\nas\\site", "web.config")).isEqualTo(out("UNC/nas/site/web.config"));
        assertThat(web01.foldersWithWebConfig("C:\\app")).isEmpty();
        assertThat(web01.foldersWithWebConfig("D:\\site")).isEmpty();
    }

    @Test
    void a_folder_that_a_search_passes_by_is_told() throws Exception {
        tree.withLink("WEB01/C/site/app", "../../../WEB02/C/site");
        ConfigSource web01 = web01();
        assertThat(web01.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(web01.unreadable()).containsExactly(out("C/site/app"));
    }

    @Test
    void files_that_configuration_names_are_not_read_through_links_out() throws Exception {
        tree.withWeb("WEB01/C/site/web.config")
                .withLink("WEB01/C/site/auth.config", "../../../WEB02/C/site/web.config")
                .withLink("WEB01/C/site/config", "../../../WEB02/C/site");
        ConfigSource web01 = web01();
        assertThat(web01.file("C:\\site", "auth.config")).isEqualTo(out("C/site/auth.config"));
        assertThat(web01.file("C:\\site", "config\\web.config")).isEqualTo(out("C/site/config/web.config"));
    }

    @Test
    void an_application_host_that_is_a_link_out_is_not_available() throws Exception {
        tree.withFolder("WEB03").withLink("WEB03/applicationHost.config", "../WEB02/applicationHost.config");
        tree.withHost("store/config/applicationHost.config").withFolder("WEB04").withLink("WEB04/inetsrv", "../store");
        assertThat(Tree.only(tree.open("WEB03")).applicationHost()).isEqualTo(out("applicationHost.config"));
        assertThat(Tree.only(tree.open("WEB04")).applicationHost())
                .isEqualTo(out("inetsrv/config/applicationHost.config"));
    }

    @Test
    void what_lies_beside_an_application_host_is_not_read_through_links_out() throws Exception {
        tree.withLink("WEB01/redirection.config", "../WEB02/redirection.config")
                .withFolder("WEB01/schema")
                .withLink("WEB01/schema/x.xml", "../../WEB02/schema/x.xml");
        ConfigSource web01 = web01();
        assertThat(web01.beside("redirection.config")).isEqualTo(out("redirection.config"));
        assertThat(web01.schemas()).isEmpty();
        assertThat(web01.unreadable()).containsExactly(out("schema/x.xml"));
    }

    @Test
    void a_folder_of_schemas_is_not_read_through_a_link_out() throws Exception {
        tree.withLink("WEB01/schema", "../WEB02/schema");
        ConfigSource web01 = web01();
        assertThat(web01.schemas()).isEmpty();
        assertThat(web01.unreadable()).containsExactly(out("schema"));
    }

    @Test
    void a_file_that_was_named_is_read_wherever_it_leads_and_its_neighbours_are_not() throws Exception {
        tree.withFolder("one")
                .withLink("one/web.config", "../WEB02/C/site/web.config")
                .withLink("one/auth.config", "../WEB02/C/site/web.config");
        ConfigSource one = Tree.only(tree.open("one/web.config"));
        assertThat(one.file("R:\\", "web.config")).isInstanceOf(Found.class);
        assertThat(one.file("R:\\", "auth.config")).isEqualTo(out("auth.config"));
    }

    @Test
    void links_of_a_repository_may_lead_to_the_rest_of_its_work_tree() throws Exception {
        tree.withFolder("repo/.git")
                .with("repo/.git/config", "[http]")
                .withWeb("repo/shared/web.config")
                .withWeb("repo/src/web.config")
                .withFolder("repo/src/a")
                .withFolder("repo/src/b")
                .withFolder("repo/src/c")
                .withLink("repo/src/a/web.config", "../../shared/web.config")
                .withLink("repo/src/b/web.config", "../../../WEB02/C/site/web.config")
                .withLink("repo/src/c/web.config", "../../.git/config");
        ConfigSource src = Tree.only(tree.open("repo/src"));
        assertThat(src.file("R:\\a", "web.config")).isInstanceOf(Found.class);
        assertThat(src.file("R:\\b", "web.config")).isEqualTo(out("b/web.config"));
        assertThat(src.file("R:\\c", "web.config")).isEqualTo(out("c/web.config"));
    }

    @Test
    void a_folder_that_git_knows_and_that_is_a_link_now_is_not_read() throws Exception {
        GitRepository repository = GitRepository.at(Files.createDirectories(temp.resolve("repo")));
        repository.with("web.config", Tree.WEB).with("app/web.config", Tree.WEB).committed();
        repository.without("app/web.config");
        Files.delete(temp.resolve("repo/app"));
        tree.withLink("repo/app", "../WEB02/C/site").withLink("repo/more", "../WEB02/C");
        repository.git("add", "more");
        ConfigSource source = Tree.only(tree.open("repo"));
        assertThat(source.foldersWithWebConfig("R:\\")).isEmpty();
        assertThat(source.unreadable()).containsExactly(out("app/web.config"), out("more"));
    }

    @Test
    void what_was_collected_does_not_bring_servers_from_elsewhere() throws Exception {
        tree.withFolder("fleet/WEB05/old").withLink("fleet/WEB05/old/WEB02", "../../../WEB02");
        Opened opened = tree.open("fleet");
        assertThat(opened.sources()).isEmpty();
    }

    @Test
    void a_work_tree_does_not_bring_servers_from_elsewhere() throws Exception {
        tree.withFolder("fleet/.git").withHost("fleet/WEB05/applicationHost.config");
        tree.withLink("fleet/WEB02", "../WEB02").withLink("fleet/again", "WEB05");
        Opened opened = tree.open("fleet");
        assertThat(opened.sources()).extracting(ConfigSource::name).containsExactly("WEB05");
        assertThat(opened.nothingFound())
                .containsExactly("cannot look into " + tree.typed("fleet/WEB02") + ": " + Boundary.REASON);
    }
}
