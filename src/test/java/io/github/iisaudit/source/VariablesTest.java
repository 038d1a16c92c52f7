package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private final Variables variables = new Variables("C", Map.of("DATA", "D:\\data", "Below", "%data%\\below"));

    @ParameterizedTest
    @CsvSource({
        "%SystemDrive%\\inetpub, C:\\inetpub",
        "%SYSTEMDRIVE%\\inetpub, C:\\inetpub",
        "%windir%\\x, C:\\Windows\\x",
        "%ProgramFiles%\\x, C:\\Program Files\\x",
        "%ProgramFiles(x86)%\\x, C:\\Program Files (x86)\\x",
        "%ALLUSERSPROFILE%\\x, C:\\ProgramData\\x",
        "%Public%\\x, C:\\Users\\Public\\x",
        "%Data%\\x, D:\\data\\x",
        "%BELOW%\\x, D:\\data\\below\\x",
    })
    void knows_the_variables_of_windows_and_those_that_were_given(String written, String meant) throws Exception {
        assertThat(variables.expand(written)).isEqualTo(meant);
    }

    @Test
    void a_given_variable_takes_the_place_of_one_of_windows_and_of_those_made_from_it() throws Exception {
        Variables onE = new Variables("C", Map.of("systemdrive", "E:"));
        assertThat(onE.expand("%SystemDrive% %windir%")).isEqualTo("E: E:\\Windows");
    }

    @ParameterizedTest
    @CsvSource({"C:\\100%", "C:\\50% off\\60% more", "C:\\%%\\x"})
    void a_percent_sign_that_names_no_variable_stays(String written) throws Exception {
        assertThat(variables.expand(written)).isEqualTo(written);
    }

    @Test
    void an_unknown_variable_is_named_with_the_option_that_gives_it() {
        assertThatThrownBy(() -> variables.expand("%IIS_SITES_HOME%\\Web"))
                .isInstanceOf(UnresolvedPathException.class)
                .hasMessage("unknown variable %IIS_SITES_HOME% (give --env IIS_SITES_HOME=\u2026)");
    }

    @Test
    void a_variable_defined_by_itself_ends() {
        Variables endless = new Variables("C", Map.of("A", "%B%", "B", "%A%%A%"));
        assertThatThrownBy(() -> endless.expand("%A%")).hasMessageContaining("is defined by itself");
    }

    @Test
    void variables_that_multiply_each_other_end_as_a_path_that_is_too_long() {
        for (String last : List.of("x", "")) {
            Map<String, String> bomb = new HashMap<>(Map.of("a8", last));
            for (int i = 0; i < 8; i++) {
                bomb.put("a" + i, ("%a" + (i + 1) + "%").repeat(1_000));
            }
            assertThatThrownBy(() -> new Variables("C", bomb).expand("%a1%"))
                    .isInstanceOf(UnresolvedPathException.class)
                    .hasMessageContaining("longer than Windows has paths");
        }
    }
}
