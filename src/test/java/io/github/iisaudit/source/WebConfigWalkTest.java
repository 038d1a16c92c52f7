package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebConfigWalkTest {

    @TempDir
    Path temp;

    private Tree web01;

    @BeforeEach
    void collect() {
        web01 = new Tree(temp).withHost("applicationHost.config").withWeb("C/site/web.config");
    }

    @Test
    void folders_come_in_order_ignoring_case_in_the_spelling_of_the_disk() throws Exception {
        web01.withWeb("C/site/b/web.config").withWeb("C/site/A/Deep/WEB.CONFIG").withWeb("C/site/C/Web.config");
        assertThat(web01.source().foldersWithWebConfig("c:\\SITE")).containsExactly("A/Deep", "b", "C");
    }

    @Test
    void files_of_other_names_are_not_configuration() throws Exception {
        web01.with("C/site/a/web.config.bak", "")
                .with("C/site/b/Web.Release.config", "")
                .with("C/site/c/app.config", "");
        assertThat(web01.source().foldersWithWebConfig("C:\\site")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin", "OBJ", "node_modules", ".git", ".svn", ".vs", "a/inetpub/history", "a/InetPub/Temp"})
    void folders_that_iis_does_not_serve_are_left_out(String folder) throws Exception {
        web01.withWeb("C/site/" + folder + "/x/web.config");
        assertThat(web01.source().foldersWithWebConfig("C:\\site")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"packages", "history", "temp", "binary"})
    void folders_that_sites_do_have_are_not_left_out(String folder) throws Exception {
        web01.withWeb("C/site/" + folder + "/web.config");
        assertThat(web01.source().foldersWithWebConfig("C:\\site")).containsExactly(folder);
    }

    @Test
    void a_folder_that_would_be_left_out_is_searched_where_it_is_asked_for() throws Exception {
        web01.withWeb("C/site/bin/app/sub/web.config");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(server.foldersWithWebConfig("C:\\site\\bin\\app")).containsExactly("sub");
    }

    @Test
    void a_folder_below_one_that_was_searched_gives_its_own_relative_paths() throws Exception {
        web01.withWeb("C/site/a/web.config").withWeb("C/site/a/b/web.config").withWeb("C/site/ab/web.config");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).containsExactly("a", "a/b", "ab");
        assertThat(server.foldersWithWebConfig("C:\\site\\a")).containsExactly("b");
    }

    @Test
    @Timeout(20)
    void links_to_a_folder_above_are_not_followed() throws Exception {
        web01.withWeb("C/site/a/web.config").withLink("C/site/a/up", "..").withLink("C/site/self", ".");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).containsExactly("a");
        assertThat(server.unreadable()).isEmpty();
    }

    @Test
    void a_link_does_not_lead_into_the_folder_that_it_lies_in() throws Exception {
        web01.withWeb("C/site/a/web.config").withWeb("C/other/web.config").withLink("C/site/up", "..");
        assertThat(web01.source().foldersWithWebConfig("C:\\site")).containsExactly("a", "up/other");
    }

    @Test
    void a_link_within_the_snapshot_is_followed() throws Exception {
        web01.withWeb("C/releases/42/sub/web.config").withLink("C/site/current", "../releases/42");
        assertThat(web01.source().foldersWithWebConfig("C:\\site")).containsExactly("current/sub");
    }

    @Test
    void a_link_out_of_the_snapshot_is_not_followed() throws Exception {
        Tree tree = new Tree(temp.resolve("outer")).withWeb("elsewhere/web.config");
        tree.withHost("in/applicationHost.config")
                .withFolder("in/C/site")
                .withLink("in/C/site/out", "../../../elsewhere");
        assertThat(Tree.only(tree.open("in")).foldersWithWebConfig("C:\\site")).isEmpty();
    }

    @Test
    @Timeout(60)
    void links_that_multiply_come_to_an_end() throws Exception {
        for (int level = 0; level < 30; level++) {
            web01.withFolder("C/site/" + level);
        }
        for (int level = 0; level < 29; level++) {
            web01.withLink("C/site/" + level + "/a", "../" + (level + 1))
                    .withLink("C/site/" + level + "/b", "../" + (level + 1));
        }
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(server.unreadable())
                .extracting(Lookup.Unavailable::reason)
                .contains("is one of too many links to one folder");
    }

    @Test
    void what_lies_too_deep_is_remembered() throws Exception {
        web01.withWeb("C/site/" + "d/".repeat(70) + "web.config");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(server.unreadable())
                .extracting(Lookup.Unavailable::reason)
                .containsExactly("lies more than 64 folders deep");
    }

    @Test
    void a_name_that_windows_cannot_have_is_remembered() throws Exception {
        web01.withWeb("C/site/a\\b/web.config");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(server.unreadable()).extracting(Lookup.Unavailable::path).containsExactly("C/site/a\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?b", "\u00e4\u00f6", "\u65e5\u672c", "a b", "corp.example", "web.example.config"})
    void folders_of_all_names_are_searched(String folder) throws Exception {
        web01.withWeb("C/site/" + folder + "/sub/web.config").with("C/site/" + folder + "/x.txt", "");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).containsExactly(folder + "/sub");
        assertThat(server.foldersWithWebConfig("C:\\site\\" + folder)).containsExactly("sub");
        assertThat(server.isCollected("C:\\Site\\" + folder + "\\SUB")).isTrue();
        assertThat(server.isCollected("C:\\site\\" + folder + "\\x.txt")).isFalse();
    }

    @Test
    void a_link_is_searched_where_it_is_the_root_of_an_application() throws Exception {
        web01.withWeb("C/app/sub/web.config").withLink("C/site/link", "../app").withLink("C/site/gone", "nowhere");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).containsExactly("link/sub");
        assertThat(server.foldersWithWebConfig("C:\\site\\link")).containsExactly("sub");
        assertThat(server.isCollected("C:\\site\\link")).isTrue();
        assertThat(server.isCollected("C:\\site\\gone")).isFalse();
        assertThat(server.isCollected("C:\\site\\web.config")).isFalse();
    }

    @Test
    void folders_that_differ_in_case_only_keep_their_own_files() throws Exception {
        web01.withWeb("C/site/app/x/web.config").withWeb("C/site/App/y/web.config");
        ConfigSource server = web01.source();
        assertThat(server.foldersWithWebConfig("C:\\site")).containsExactly("app/x", "App/y");
        assertThat(server.foldersWithWebConfig("C:\\site\\App")).containsExactly("y");
        assertThat(server.foldersWithWebConfig("C:\\site\\app")).containsExactly("x");
    }

    @Test
    void a_folder_that_holds_nothing_was_collected() throws Exception {
        ConfigSource server = web01.withFolder("C/site/empty").source();
        assertThat(server.foldersWithWebConfig("C:\\site")).isEmpty();
        assertThat(server.isCollected("C:\\site\\empty")).isTrue();
        assertThat(server.foldersWithWebConfig("C:\\site\\empty")).isEmpty();
    }
}
