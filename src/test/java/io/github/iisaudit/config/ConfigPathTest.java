package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConfigPathTest {

    private static final List<String> PATHS = List.of(
            "",
            "A",
            "a",
            "a/b",
            "A/B",
            "a b",
            "a!",
            "a/b/c",
            "ab",
            "ab/c",
            "B/a",
            "b",
            "ä",
            "Ä/x",
            "ä/X",
            "aä",
            "aÄ/b",
            "a/ä",
            "İ",
            "i/x",
            "ſ",
            "s",
            "K",
            "k",
            "\u212A",
            "a/\u212A",
            "a/k");

    @Test
    void theOrderIsThatOfSegmentsInLowerCase() {
        for (String a : PATHS) {
            for (String b : PATHS) {
                int byKey = plain(a).compareTo(plain(b));
                int expected = byKey == 0 ? a.compareTo(b) : byKey;
                assertThat(Integer.signum(ConfigPath.ORDER.compare(a, b)))
                        .as(a + " and " + b)
                        .isEqualTo(Integer.signum(expected));
            }
        }
    }

    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT).replace('/', '\0');
    }

    @Test
    void whatLiesBelowIsToldIgnoringCase() {
        for (String path : PATHS) {
            for (String ancestor : PATHS) {
                String p = path.toLowerCase(Locale.ROOT);
                String a = ancestor.toLowerCase(Locale.ROOT);
                assertThat(ConfigPath.isAtOrBelow(path, ancestor))
                        .as(path + " at or below " + ancestor)
                        .isEqualTo(a.isEmpty() || p.equals(a) || p.startsWith(a + "/"));
            }
        }
    }

    @Test
    void segmentsAreCountedAndLeftOut() {
        assertThat(ConfigPath.depth("")).isZero();
        assertThat(ConfigPath.depth("Site")).isEqualTo(1);
        assertThat(ConfigPath.depth("Site/app/x")).isEqualTo(3);
        assertThat(ConfigPath.below("Site/app/x", "")).isEqualTo("Site/app/x");
        assertThat(ConfigPath.below("Site/app/x", "SITE")).isEqualTo("app/x");
        assertThat(ConfigPath.below("Site", "site")).isEmpty();
        assertThat(ConfigPath.below("", "")).isEmpty();
    }

    @Test
    void slashesThatSeparateNothingAreLeftOut() {
        assertThat(ConfigPath.normal("//a//b/")).isEqualTo("a/b");
        assertThat(ConfigPath.normal("a/b")).isEqualTo("a/b");
        assertThat(ConfigPath.normal("/")).isEmpty();
        assertThat(ConfigPath.normal("")).isEmpty();
    }

    @Test
    void keys_ignore_case_and_are_those_of_their_paths_though_hashes_are_the_same() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(ConfigPath.key("Aa")).isEqualTo("aa");
        assertThat(ConfigPath.key("BB")).isEqualTo("bb");
        assertThat(ConfigPath.key("Aa")).isEqualTo("aa");
    }

    @Test
    void the_key_of_a_long_path_is_none_that_is_remembered() {
        String path = "Site/" + "A".repeat(300);
        assertThat(ConfigPath.key(path)).isEqualTo("site/" + "a".repeat(300));
    }
}
