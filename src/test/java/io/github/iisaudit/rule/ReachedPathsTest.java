package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachedPathsTest {

    private final ReachedPaths paths = new ReachedPaths();

    @Test
    void are_told_once_each_in_order_ignoring_case() {
        paths.add(List.of("b", "a"));
        paths.add(List.of("B", "a", "C"));

        assertThat(paths.sorted()).containsExactly("a", "B", "b", "C");
    }

    @Test
    void may_be_asked_for_between_two_of_them() {
        paths.add(List.of("Site"));
        assertThat(paths.sorted()).containsExactly("Site");
        paths.add(List.of(""));
        assertThat(paths.sorted()).containsExactly("", "Site");
    }
}
