package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraysTest {

    @TempDir
    Path temp;

    private Tree web01;

    @BeforeEach
    void collect() {
        web01 = new Tree(temp.resolve("WEB01"));
    }

    private List<String> strays(String... applications) throws SourceException {
        ConfigSource server = web01.source();
        for (String application : applications) {
            server.file(application, "web.config");
        }
        return server.strays().files();
    }

    @Test
    void files_of_a_flat_folder_are_found() throws Exception {
        web01.withHost("applicationHost.config").withWeb("web.config").with("hr/Web.Config", "<configuration");
        assertThat(strays("C:\\inetpub\\hr")).containsExactly("hr/Web.Config", "web.config");
    }

    @Test
    void a_file_that_was_renamed_after_what_it_is_of_is_found_and_a_transform_is_none() throws Exception {
        web01.withHost("applicationHost.config")
                .withWeb("Intranet_web.config")
                .withWeb("hr/Intranet.hr.Web.config")
                .withWeb("cobweb.config")
                .withWeb("web.Release.config");
        assertThat(strays()).containsExactly("hr/Intranet.hr.Web.config", "Intranet_web.config");
    }

    @Test
    void what_lies_in_the_folder_of_an_application_is_its_own() throws Exception {
        web01.withHost("applicationHost.config")
                .withWeb("C/sites/a/web.config")
                .withWeb("C/sites/a/deep/web.config")
                .withWeb("C/sites/b/web.config");
        assertThat(strays("C:\\sites\\a")).containsExactly("C/sites/b/web.config");
    }

    @Test
    void what_windows_builds_and_iis_keep_is_left_alone() throws Exception {
        web01.withHost("C/Windows/System32/inetsrv/config/applicationHost.config")
                .withWeb("C/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config")
                .withWeb("C/Program Files/Vendor/web.config")
                .withWeb("C/inetpub/temp/appPools/web.config")
                .withWeb("C/src/bin/web.config");
        assertThat(strays()).isEmpty();
    }

    @Test
    void folders_of_windows_are_known_where_the_root_is_the_drive() throws Exception {
        web01.withHost("Windows/System32/inetsrv/config/applicationHost.config").withWeb("Users/x/web.config");
        assertThat(strays()).isEmpty();
    }

    @Test
    void an_application_that_is_called_users_is_none_of_windows() throws Exception {
        web01.withHost("applicationHost.config").withWeb("Users/web.config");
        assertThat(strays()).containsExactly("Users/web.config");
    }

    @Test
    void of_a_file_that_was_given_by_itself_its_neighbours_are_found() throws Exception {
        web01.withHost("applicationHost.config")
                .withWeb("web.config")
                .withWeb("hr/web.config")
                .withWeb("hr/deeper/web.config");
        ConfigSource server = Tree.only(web01.open("applicationHost.config"));
        assertThat(server.strays().files()).containsExactly("hr/web.config", "web.config");
    }

    @Test
    void a_disk_that_holds_more_than_a_collection_is_searched_in_part() throws Exception {
        web01.withHost("applicationHost.config");
        for (int i = 0; i < 4200; i++) {
            web01.withFolder("D/data/" + i);
        }
        assertThat(web01.source().strays().isComplete()).isFalse();
    }
}
