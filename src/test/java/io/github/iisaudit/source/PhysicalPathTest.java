package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicalPathTest {

    @ParameterizedTest
    @CsvSource({
        "C:\\inetpub\\wwwroot, C/inetpub/wwwroot",
        "c:/inetpub\\wwwroot/, C/inetpub/wwwroot",
        "C:\\inetpub\\\\wwwroot\\, C/inetpub/wwwroot",
        "C:, C",
        "C:\\, C",
        "D:\\a\\.\\b\\..\\c, D/a/c",
        "D:\\..\\..\\a, D/a",
        "C:\\inetpub.\\wwwroot, C/inetpub/wwwroot",
        "C:\\inetpub\\wwwroot.. ., C/inetpub/wwwroot",
        "C:\\inetpub..\\..., C/inetpub..",
        "\\\\fs\\web\\site, UNC/fs/web/site",
        "//fs/web, UNC/fs/web",
        "\\\\fs\\web\\..\\x, UNC/fs/web/x",
        "\\\\?\\C:\\x, C/x",
        "\\\\?\\UNC\\fs\\web\\x, UNC/fs/web/x",
    })
    void reads_paths_as_windows_does(String written, String meant) throws Exception {
        assertThat(PhysicalPath.parse(written).collected()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inetpub\\wwwroot", "\\inetpub", "C:inetpub", ".\\x", "..", "\\\\server"})
    void a_relative_path_is_none(String written) {
        assertThatThrownBy(() -> PhysicalPath.parse(written)).hasMessage("relative physical path");
    }

    @Test
    void an_empty_path_is_none() {
        assertThatThrownBy(() -> PhysicalPath.parse(" ")).hasMessage("empty physical path");
    }

    @Test
    void a_path_never_leaves_its_volume() throws Exception {
        assertThat(PhysicalPath.parse("C:\\a").plus("..\\..\\..\\x").collected())
                .isEqualTo("C/x");
    }

    @Test
    void a_sibling_with_the_same_beginning_is_not_below() throws Exception {
        PhysicalPath folder = PhysicalPath.parse("C:\\a");
        assertThat(PhysicalPath.parse("C:\\ab\\c").isBelow(folder)).isFalse();
        assertThat(PhysicalPath.parse("C:\\a\\c").isBelow(folder)).isTrue();
    }
}
