package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.Lookup.Found;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFilesTest {

    private static final String SITE = "C:\\site";

    @TempDir
    Path temp;

    private Tree fleet;

    @BeforeEach
    void collect() {
        fleet = new Tree(temp).withHost("web1/applicationHost.config").withHost("web2/applicationHost.config");
    }

    private Lookup webConfig(ConfigSource server) {
        return server.file(SITE, "web.config");
    }

    private static Found found(String path, int size) {
        return new Found(new ConfigFile(path, new byte[size]));
    }

    @Test
    void a_file_that_two_servers_have_is_in_memory_once() throws Exception {
        fleet.withWeb("web1/C/site/web.config").withWeb("web2/C/site/web.config");
        var servers = fleet.open("").sources();
        assertThat(webConfig(servers.get(0)))
                .isInstanceOf(Found.class)
                .isSameAs(webConfig(servers.get(1)))
                .isSameAs(webConfig(servers.get(0)));
    }

    @Test
    void a_file_of_another_content_is_read_though_it_is_as_long() throws Exception {
        fleet.with("web1/C/site/web.config", "<a/>").with("web2/C/site/web.config", "<b/>");
        var servers = fleet.open("").sources();
        assertThat(Tree.text(webConfig(servers.get(0)))).isEqualTo("<a/>");
        assertThat(Tree.text(webConfig(servers.get(1)))).isEqualTo("<b/>");
    }

    @Test
    void a_file_that_goes_on_where_a_known_one_ends_is_read() throws Exception {
        fleet.with("web1/C/site/web.config", "<a/>").with("web2/C/site/web.config", "<a/><!-- -->");
        var servers = fleet.open("").sources();
        assertThat(Tree.text(webConfig(servers.get(0)))).isEqualTo("<a/>");
        assertThat(Tree.text(webConfig(servers.get(1)))).isEqualTo("<a/><!-- -->");
    }

    @Test
    void a_transform_is_told_of_every_server_that_has_it() throws Exception {
        String transform = "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'/>";
        fleet.with("web1/C/site/web.config", transform).with("web2/C/site/web.config", transform);
        for (ConfigSource server : fleet.open("").sources()) {
            assertThat(webConfig(server)).isInstanceOf(Lookup.Unavailable.class);
            assertThat(server.transforms()).containsExactly("C/site/web.config");
        }
    }

    @Test
    void what_was_asked_for_longest_ago_is_forgotten_where_there_is_too_much() {
        KnownFiles known = new KnownFiles();
        Found first = found("first", KnownFiles.LIMIT / 2);
        Found second = found("second", KnownFiles.LIMIT / 2);
        known.add(first);
        known.add(second);
        assertThat(known.at("first")).isSameAs(first);
        known.add(found("third", 1));
        assertThat(known.at("second")).isNull();
        assertThat(known.at("first")).isSameAs(first);
    }

    @Test
    void a_later_version_takes_the_place_of_an_earlier_one() {
        KnownFiles known = new KnownFiles();
        Found other = found("other", KnownFiles.LIMIT / 2);
        known.add(other);
        known.add(found("file", KnownFiles.LIMIT / 2));
        Found later = found("file", KnownFiles.LIMIT / 2);
        known.add(later);
        assertThat(known.at("file")).isSameAs(later);
        assertThat(known.at("other")).isSameAs(other);
    }

    @Test
    void a_file_that_is_larger_than_all_that_is_remembered_is_not() {
        KnownFiles known = new KnownFiles();
        known.add(found("file", KnownFiles.LIMIT + 1));
        assertThat(known.at("file")).isNull();
    }
}
