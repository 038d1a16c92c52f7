package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SmallMapTest {

    @Test
    void keepsNamesInTheOrderInWhichTheyCame() {
        Map<String, Integer> map = SmallMap.of(1);
        assertThat(map.put("b", 1)).isNull();
        assertThat(map.put("a", 2)).isNull();
        assertThat(map.put("b", 3)).isEqualTo(1);

        assertThat(map).containsExactly(Map.entry("b", 3), Map.entry("a", 2));
        List<String> told = new ArrayList<>();
        map.forEach((name, value) -> told.add(name + value));
        assertThat(told).containsExactly("b3", "a2");
    }

    @Test
    void isAMapLikeAnyOther() {
        Map<String, Integer> map = SmallMap.of(2);
        map.put("a", 1);

        assertThat(map).isEqualTo(Map.of("a", 1)).hasSameHashCodeAs(Map.of("a", 1));
        assertThat(map.get("b")).isNull();
        assertThat(map.containsKey("a")).isTrue();
        assertThat(map.containsKey("b")).isFalse();
        Iterator<String> names = map.keySet().iterator();
        names.next();
        assertThatThrownBy(names::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCopyChangesByItself() {
        Map<String, Integer> map = SmallMap.of(2);
        map.put("a", 1);
        Map<String, Integer> copy = SmallMap.copyOf(map, 1);
        copy.put("a", 2);
        copy.put("b", 3);

        assertThat(map).containsExactly(Map.entry("a", 1));
        assertThat(copy).containsExactly(Map.entry("a", 2), Map.entry("b", 3));
        assertThat(SmallMap.copyOf(Map.of("x", 1), 0)).containsExactly(Map.entry("x", 1));
    }

    @Test
    void isAHashTableWhereNamesMayBeMany() {
        assertThat(SmallMap.of(1_000_000)).isInstanceOf(LinkedHashMap.class);
    }
}
