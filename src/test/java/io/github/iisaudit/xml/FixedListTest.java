package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedListTest {

    @Test
    void holds_what_the_array_held_between_two_places() {
        String[] array = {"a", "b", "c", "d"};
        FixedList<String> list = FixedList.of(array, 1, 3);
        array[1] = "x";
        assertThat(list).containsExactly("b", "c");
    }

    @Test
    void holds_what_another_list_held() {
        List<String> other = new ArrayList<>(List.of("a", "b"));
        FixedList<String> list = FixedList.copyOf(other);
        other.clear();
        assertThat(list).containsExactly("a", "b");
    }

    @Test
    void all_that_are_empty_are_the_same() {
        assertThat(FixedList.copyOf(List.of()))
                .isSameAs(FixedList.of(new Object[3], 2, 2))
                .isEmpty();
    }

    @Test
    void is_not_changed() {
        FixedList<String> list = FixedList.copyOf(List.of("a"));
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
