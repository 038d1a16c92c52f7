package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PathsBelowTest {

    private static List<String> at(String path, String... all) {
        return new PathsBelow<>(List.of(all), Function.identity()).at(path);
    }

    @Test
    void namesThatBeginAlikeAreNotBelow() {
        assertThat(at("S/a", "S", "S/a", "S/a b", "S/a.b", "S/a/b", "S/ab", "S/a/b/c"))
                .containsExactly("S/a", "S/a/b", "S/a/b/c");
    }

    @Test
    void caseDoesNotCountAndTheOrderStays() {
        assertThat(at("s/A", "S/a/z", "S/A/B", "S/a", "S/b")).containsExactly("S/a/z", "S/A/B", "S/a");
    }

    @Test
    void allIsBelowTheServer() {
        assertThat(at("", "S", "T/a")).containsExactly("S", "T/a");
        assertThat(at("U", "S", "T/a")).isEmpty();
    }
}
