package io.github.iisaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "legacy,         src/legacy/web.config",
        "web.config,     src/legacy/Web.Config",
        "*.config,       a/web.config",
        "src/legacy,     src/legacy/sub/web.config",
        "/src,           src/web.config",
        "./src,          src/web.config",
        "src\\legacy,    src/legacy/web.config",
        "src/*/web.config, src/a/web.config",
        "src/**/b,       src/b/web.config",
        "src/**/b,       src/x/y/b/web.config",
        "**/b/web.config, b/web.config",
        "src/**,         src/a/web.config",
        "**,             web.config",
        "legacy/,        src/legacy/web.config",
        "we?.config,     web.config",
        "a/**/b/**/c,    a/x/b/b/y/c"
    })
    void coversTheFile(String glob, String file) {
        assertThat(new Glob(glob).coversFile(file)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "legacy,       src/legacy2/web.config",
        "/legacy,      src/legacy/web.config",
        "src/*.config, src/a/web.config",
        "src/legacy,   other/src/legacy/web.config",
        "web.config/,  web.config",
        "src/**,       src",
        "we?.config,   we.config",
        "a/**/b/**/c,  a/x/b/y/d"
    })
    void doesNotCoverTheFile(String glob, String file) {
        assertThat(new Glob(glob).coversFile(file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Intranet/hr, intranet/HR, true",
        "Intranet,    Intranet/hr, true",
        "Intranet/,   Intranet,    true",
        "Intranet/*,  Intranet/hr, true",
        "*/hr,        Portal/hr,   true",
        "hr,          Intranet/hr, false",
        "Intranet/*,  Intranet,    false",
        "/,           Intranet,    false"
    })
    void coversConfigurationPathsFromTheirBeginning(String glob, String path, boolean isCovered) {
        assertThat(new Glob(glob).coversPath(path)).isEqualTo(isCovered);
    }

    @Test
    void theServerLevelIsASlash() {
        assertThat(new Glob("/").coversPath("")).isTrue();
        assertThat(new Glob("**").coversPath("")).isTrue();
        assertThat(new Glob("Intranet").coversPath("")).isFalse();
    }

    @Test
    void noPatternTakesLong() {
        Glob glob = new Glob("**/a".repeat(50) + "/" + "*a".repeat(200) + "b");
        String path = "a/".repeat(200) + "a".repeat(2000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(glob.coversFile(path)).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "Src/Legacy,    src/legacy",
        "S/a*/b,        s",
        "/src,          src",
        "legacy,        **/legacy",
        "legacy/,       **/legacy",
        "*.config,      ''",
        "**/a,          ''",
        "/,             ''",
        "?/a,           ''"
    })
    void tellsWhatAllThatItCoversBeginsWith(String glob, String start) {
        assertThat(new Glob(glob).start()).isEqualTo(start);
    }
}
