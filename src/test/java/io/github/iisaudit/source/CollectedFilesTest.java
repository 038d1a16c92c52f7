package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.notCollected;
import static io.github.iisaudit.source.Tree.path;
import static io.github.iisaudit.source.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedFilesTest {

    @TempDir
    Path temp;

    private Tree web01;

    @BeforeEach
    void collect() {
        web01 = new Tree(temp).withHost("applicationHost.config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\inetpub\\wwwroot",
                "c:\\INETPUB\\WwwRoot\\",
                "C:/inetpub/wwwroot",
                "C:\\inetpub\\ftp\\..\\wwwroot",
                "\\\\?\\C:\\inetpub\\wwwroot",
                "%SystemDrive%\\inetpub\\wwwroot",
            })
    void a_file_is_found_however_its_folder_is_written(String folder) throws Exception {
        web01.withWeb("C/Inetpub/wwwroot/Web.Config");
        assertThat(path(web01.source().file(folder, "web.config"))).isEqualTo("C/Inetpub/wwwroot/Web.Config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "c", "C:", "c:", "C$", "c$"})
    void a_drive_may_be_spelled_in_several_ways(String drive) throws Exception {
        web01.withWeb(drive + "/x/web.config");
        ConfigSource server = web01.source();
        assertThat(path(server.file("C:\\x", "web.config"))).isEqualTo(drive + "/x/web.config");
        assertThat(server.file("C:\\gone", "web.config")).isEqualTo(notCollected(drive + "/gone/web.config"));
    }

    @Test
    void a_share_lies_below_unc() throws Exception {
        web01.withWeb("UNC/FS01/web$/site/web.config");
        ConfigSource server = web01.source();
        assertThat(path(server.file("\\\\fs01\\Web$\\site", "web.config"))).isEqualTo("UNC/FS01/web$/site/web.config");
        assertThat(server.file("\\\\fs02\\web$\\site", "web.config"))
                .isEqualTo(notCollected("UNC/fs02/web$/site/web.config"));
    }

    @Test
    void the_root_of_a_drive_can_be_a_site() throws Exception {
        ConfigSource server =
                web01.withWeb("D/web.config").withWeb("D/a/web.config").source();
        assertThat(path(server.file("D:\\", "web.config"))).isEqualTo("D/web.config");
        assertThat(server.isCollected("D:")).isTrue();
        assertThat(server.foldersWithWebConfig("D:\\")).containsExactly("a");
    }

    @Test
    void of_two_spellings_the_exact_one_is_taken_and_else_the_first() throws Exception {
        web01.with("C/x/web.config", "lower").with("C/x/Web.config", "mixed").with("C/x/WEB.CONFIG", "upper");
        ConfigSource server = web01.source();
        assertThat(text(server.file("C:\\x", "web.config"))).isEqualTo("lower");
        assertThat(text(server.file("C:\\x", "wEB.cONFIG"))).isEqualTo("upper");
    }

    @Test
    void what_was_collected_under_two_spellings_of_a_folder_is_found_in_either() throws Exception {
        web01.withWeb("C/Sites/a/web.config").withWeb("C/sites/b/web.config").withWeb("c$/sites/c/web.config");
        ConfigSource server = web01.source();
        assertThat(path(server.file("C:\\sites\\a", "web.config"))).isEqualTo("C/Sites/a/web.config");
        assertThat(path(server.file("C:\\SITES\\b", "web.config"))).isEqualTo("C/sites/b/web.config");
        assertThat(path(server.file("C:\\sites\\c", "web.config"))).isEqualTo("c$/sites/c/web.config");
    }

    @Test
    void a_file_is_absent_only_where_its_folder_was_collected() throws Exception {
        ConfigSource server = web01.withFolder("C/there").source();
        assertThat(server.file("C:\\there", "web.config")).isEqualTo(new Absent());
        assertThat(server.file("C:\\there", "below\\web.config")).isEqualTo(new Absent());
        assertThat(server.file("C:\\gone", "web.config")).isEqualTo(notCollected("C/gone/web.config"));
        assertThat(server.file("C:\\there\\gone", "web.config")).isEqualTo(notCollected("C/there/gone/web.config"));
        assertThat(server.file("E:\\x", "web.config")).isEqualTo(notCollected("E/x/web.config"));
        assertThat(server.isCollected("C:\\there")).isTrue();
        assertThat(server.isCollected("C:\\gone")).isFalse();
    }

    @Test
    void a_relative_name_may_lead_below_the_folder() throws Exception {
        web01.with("C/x/config/auth.config", "<a/>").withFolder("C/y");
        ConfigSource server = web01.source();
        assertThat(path(server.file("C:\\x", "Config\\auth.config"))).isEqualTo("C/x/config/auth.config");
        assertThat(path(server.file("C:\\y", "..\\x\\config\\auth.config"))).isEqualTo("C/x/config/auth.config");
        assertThat(server.file("C:\\x", "..\\gone\\a.config")).isEqualTo(notCollected("C/gone/a.config"));
    }

    @Test
    void no_path_leads_out_of_the_snapshot() throws Exception {
        Tree outer = new Tree(temp.resolve("outer")).withWeb("web.config").withHost("in/applicationHost.config");
        ConfigSource server = Tree.only(outer.open("in"));
        assertThat(server.file("C:\\..\\..", "..\\web.config")).isInstanceOf(Unavailable.class);
        assertThat(server.file("\\\\..\\..\\x", "web.config")).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_unknown_variable_makes_a_file_unavailable() throws Exception {
        ConfigSource server = web01.source();
        assertThat(server.file("%DATA%\\x", "web.config"))
                .isEqualTo(new Unavailable(
                        "%DATA%/x/web.config", "unknown variable %DATA% (give --env DATA=\u2026)", false));
        assertThat(server.isCollected("%DATA%\\x")).isFalse();
        assertThat(server.foldersWithWebConfig("%DATA%\\x")).isEmpty();
    }

    @Test
    void a_given_variable_leads_to_its_folder() throws Exception {
        web01.withWeb("D/data/x/web.config");
        ConfigSource server = web01.source(SourceOptions.DEFAULTS.withVariables(Map.of("data", "D:\\data")));
        assertThat(path(server.file("%DATA%\\x", "web.config"))).isEqualTo("D/data/x/web.config");
    }

    @Test
    void a_folder_may_be_called_what_looks_like_a_variable() throws Exception {
        web01.withWeb("C/100%sure%/web.config");
        assertThat(path(web01.source().file("C:\\100%sure%", "web.config"))).isEqualTo("C/100%sure%/web.config");
    }

    @ParameterizedTest
    @CsvSource({"inetpub\\x, relative physical path, inetpub/x/web.config", "'', empty physical path, /web.config"})
    void a_path_that_is_not_absolute_leads_nowhere(String folder, String reason, String shown) throws Exception {
        assertThat(web01.source().file(folder, "web.config")).isEqualTo(new Unavailable(shown, reason, false));
    }

    @Test
    void a_folder_called_web_config_cannot_be_read() throws Exception {
        ConfigSource server = web01.withFolder("C/x/web.config")
                .withFolder("C/y/z/web.config")
                .source();
        assertThat(server.file("C:\\x", "web.config"))
                .isEqualTo(new Unavailable("C/x/web.config", "is a folder", true));
        assertThat(server.foldersWithWebConfig("C:\\y")).containsExactly("z");
    }

    @Test
    void a_link_to_nothing_cannot_be_read() throws Exception {
        ConfigSource server =
                web01.withFolder("C/x").withLink("C/x/web.config", "gone").source();
        assertThat(server.file("C:\\x", "web.config"))
                .isEqualTo(new Unavailable("C/x/web.config", "is a link to a file that is not there", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void a_file_of_any_length_is_read_whole(int length) throws Exception {
        String text = "<a/>".repeat(length / 4 + 1).substring(0, length);
        ConfigSource server =
                web01.with("C/x/web.config", text).withWeb("C/y/web.config").source();
        assertThat(text(server.file("C:\\x", "web.config"))).isEqualTo(text);
        assertThat(text(server.file("C:\\y", "web.config"))).isEqualTo(Tree.WEB);
    }

    @Test
    void a_file_is_read_even_if_its_thread_is_told_to_stop() throws Exception {
        ConfigSource server = web01.withWeb("C/x/web.config").source();
        Thread.currentThread().interrupt();
        try {
            assertThat(text(server.file("C:\\x", "web.config"))).isEqualTo(Tree.WEB);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_server_that_forgot_what_it_found_finds_it_again() throws Exception {
        ConfigSource server = web01.withWeb("C/x/a/web.config").source();
        assertThat(server.foldersWithWebConfig("C:\\x")).containsExactly("a");
        server.close();
        web01.withWeb("C/x/b/web.config");
        assertThat(server.foldersWithWebConfig("C:\\x")).containsExactly("a", "b");
        assertThat(path(server.file("C:\\X", "B/web.config"))).isEqualTo("C/x/b/web.config");
    }

    @Test
    void a_file_over_64_mib_is_not_read() throws Exception {
        web01.withWeb("C/x/web.config");
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve("C/x/web.config").toFile(), "rw")) {
            file.setLength(FileBytes.LIMIT + 1L);
        }
        assertThat(web01.source().file("C:\\x", "web.config"))
                .isEqualTo(new Unavailable("C/x/web.config", "is larger than 64 MiB", true));
    }

    @Test
    void a_file_without_permission_cannot_be_read() throws Exception {
        web01.withWeb("C/x/web.config");
        forbid("C/x/web.config");
        assertThat(web01.source().file("C:\\x", "web.config"))
                .isEqualTo(new Unavailable("C/x/web.config", "permission denied", true));
    }

    @Test
    void a_folder_without_permission_is_remembered() throws Exception {
        web01.withWeb("C/x/closed/web.config").withWeb("C/x/open/web.config");
        forbid("C/x/closed");
        ConfigSource server = web01.source();
        assertThat(server.file("C:\\x\\closed", "web.config"))
                .isEqualTo(new Unavailable("C/x/closed/web.config", "permission denied", true));
        assertThat(server.foldersWithWebConfig("C:\\x")).containsExactly("open");
        assertThat(server.unreadable()).containsExactly(new Unavailable("C/x/closed", "permission denied", true));
        Files.setPosixFilePermissions(temp.resolve("C/x/closed"), PosixFilePermissions.fromString("rwx------"));
    }

    private void forbid(String path) throws Exception {
        Files.setPosixFilePermissions(temp.resolve(path), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(temp.resolve(path)), "this user may read everything");
    }
}
