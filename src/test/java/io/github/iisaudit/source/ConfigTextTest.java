package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void an_application_host_is_known_in_every_encoding(String charset) {
        assertThat(text(Tree.HOST, Charset.forName(charset)).isApplicationHost())
                .isTrue();
        assertThat(text(Tree.WEB, Charset.forName(charset)).isApplicationHost()).isFalse();
    }

    @Test
    void what_stands_in_a_comment_does_not_count() {
        String comment = "<!-- <system.applicationHost> -->";
        assertThat(text(comment).isApplicationHost()).isFalse();
        assertThat(text("<!-- <system.applicationHost>").isApplicationHost()).isFalse();
        assertThat(text(comment + "<system.applicationHost>").isApplicationHost())
                .isTrue();
    }

    @Test
    void an_empty_file_is_a_web_config() {
        assertThat(text("").isApplicationHost()).isFalse();
        assertThat(text("<").isApplicationHost()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void iis_express_is_known_by_its_variables(String charset) {
        assertThat(isIisExpress("image=\"%IIS_BIN%\\cachuri.dll\"", charset)).isTrue();
        assertThat(isIisExpress("directory=\"%iis_user_home%\\Logs\"", charset)).isTrue();
        assertThat(isIisExpress("image=\"%windir%\\cachuri.dll\"", charset)).isFalse();
    }

    @Test
    void variables_of_iis_express_are_known_wherever_they_stand() {
        for (int before = 0; before < 12; before++) {
            assertThat(isIisExpress("%is_i%siiis_".substring(before) + "%iis_bin%", "UTF-8"))
                    .isTrue();
            assertThat(isIisExpress("<".repeat(before) + "%Iis_Sites_Home%<", "UTF-8"))
                    .isTrue();
            assertThat(isIisExpress(" ".repeat(before) + "%iis_bin %iis_sites%iis_user_home", "UTF-8"))
                    .isFalse();
        }
    }

    private static boolean isIisExpress(String text, String charset) {
        return ConfigText.isIisExpress(text.getBytes(Charset.forName(charset)));
    }

    private static ConfigText text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private static ConfigText text(String text, Charset charset) {
        return new ConfigText(text.getBytes(charset));
    }
}
