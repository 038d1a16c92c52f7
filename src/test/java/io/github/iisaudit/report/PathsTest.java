package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PathsTest {

    @Test
    void aFileIsShortenedInTheMiddleOfItsPath() {
        assertThat(Paths.shorten("one/two/three/four/web.config", 25)).isEqualTo("one/two/…/four/web.config");
        assertThat(Paths.shorten("one/two/three/four/web.config", 18)).isEqualTo("one/…/web.config");
        assertThat(Paths.shorten("one/web.config", 5)).isEqualTo("…/web.config");
    }

    @Test
    @Timeout(10)
    void aPathOfAMillionNamesIsShortenedInNoTime() {
        assertThat(Paths.shorten("a/".repeat(1_000_000) + "web.config", 30))
                .isEqualTo("a/a/…/a/a/a/a/a/a/a/web.config");
    }

    @Test
    void aNameOfWideCharactersIsCutToItsColumns() {
        assertThat(Paths.cut("設".repeat(17), 30)).isEqualTo("設".repeat(5) + "…" + "設".repeat(9));
        assertThat(Paths.cut("applicationHost.config", 12)).isEqualTo("appl….config");
        assertThat(Paths.cut("\uD83D\uDCC1".repeat(9), 8)).isEqualTo("\uD83D\uDCC1…\uD83D\uDCC1\uD83D\uDCC1");
    }

    @Test
    void allPathsAreAllWhateverTheirOrder() {
        assertThat(Paths.areAll(List.of("b", "a", "c"), List.of("a", "b"))).isTrue();
        assertThat(Paths.areAll(List.of("b", "c"), List.of("a", "b"))).isFalse();
        assertThat(Paths.areAll(List.of("b"), List.of("a", "b"))).isFalse();
    }
}
