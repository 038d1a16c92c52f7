package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.FleetFolder.Part;
import io.github.iisaudit.source.FleetFolder.Unnamed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetFolderTest {

    @TempDir
    Path temp;

    private Tree fleet;

    @BeforeEach
    void collect() {
        fleet = new Tree(temp.resolve("fleet"));
    }

    private Part part(String name) throws SourceException {
        return new FleetFolder(fleet.typed(), fleet.root(), SourceOptions.DEFAULTS).open(name);
    }

    private List<Unnamed> servers(List<String> entries) throws SourceException {
        List<Unnamed> servers = new ArrayList<>();
        for (String entry : entries) {
            servers.addAll(part(entry).servers());
        }
        return servers;
    }

    @Test
    void all_entries_hold_what_the_folder_holds() throws Exception {
        fleet.withHost("prod/WEB01/applicationHost.config")
                .withHost("test/web01/applicationHost.config")
                .withHost("_web02/inetsrv/config/applicationHost.config")
                .withHost(".web03/applicationHost.config")
                .withHost("bin/applicationHost.config")
                .withWeb("shop/web.config")
                .with("readme.txt", "");
        List<Unnamed> servers = servers(List.of(".web03", "_web02", "bin", "prod", "readme.txt", "shop", "test"));
        List<String> names =
                FleetFolder.names(servers.stream().map(Unnamed::names).toList());

        List<ConfigSource> whole = new Tree(temp).open("fleet").sources();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(ConfigSource::name).toList())
                .containsExactly(".web03", "_web02", "prod/WEB01", "test/web01");
        for (int i = 0; i < names.size(); i++) {
            ConfigSource server = servers.get(i).named().apply(names.get(i));
            assertThat(server.name()).isEqualTo(names.get(i));
            assertThat(whole).anyMatch(it -> it.root().equals(server.root()));
        }
    }

    @Test
    void a_broken_archive_is_refused() throws Exception {
        fleet.with("web02.zip", "PK\3\4");
        assertThat(part("web02.zip").servers()).isEmpty();
        assertThat(part("web02.zip").refused())
                .extracting(Opened.Refused::path)
                .containsExactly(fleet.typed("web02.zip"));
    }

    @Test
    void what_is_no_server_is_nothing() throws Exception {
        fleet.withWeb("shop/web.config").with("readme.txt", "");
        for (String name : List.of("shop", "readme.txt", "not there")) {
            assertThat(part(name)).as(name).isEqualTo(new Part(List.of(), List.of()));
        }
    }
}
