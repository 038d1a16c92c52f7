package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What servers have in common is worked out once. */
class RememberedTest {

    private final ServerReader reader = new ServerReader(2);

    private PathState state(Server server, String path) {
        return reader.read(server.source()).resolver().resolve(path);
    }

    @Test
    void theSameFilesGiveTheSameStates() {
        Server server =
                unlocked().host(location("S", windows("enabled=\"true\""))).web("C/s/a", windows(""));
        assertThat(state(server, "S/a")).isSameAs(state(server, "S/a"));
        assertThat(state(server, "T")).isSameAs(state(server, "T"));
    }

    @Test
    void anotherFileOnTheWayGivesAnotherState() {
        PathState one = state(unlocked().web("C/s", windows("enabled=\"true\"")), "S/a");
        PathState other = state(unlocked().web("C/s", windows("enabled=\"false\"")), "S/a");
        assertThat(one).isNotSameAs(other);
    }

    @Test
    void aFileThatWasNotCollectedIsNoAbsentOne() {
        assertThat(state(unlocked(), "S/a")).isNotSameAs(state(unlocked().withoutContent(), "S/a"));
        assertThat(state(unlocked().withoutContent(), "S/a"))
                .isSameAs(state(unlocked().withoutContent(), "S/a"));
    }

    @Test
    void ofOneServerNothingIsRemembered() {
        ServerReader alone = new ServerReader(1);
        Server server = unlocked().host(location("S", windows("enabled=\"true\"")));
        PathState one = alone.read(server.source()).resolver().resolve("S");
        PathState again = alone.read(server.source()).resolver().resolve("S");
        assertThat(one).isNotSameAs(again);
    }
}
