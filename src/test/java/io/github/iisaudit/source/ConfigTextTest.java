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

    @Test
    void iis_express_is_known_by_its_variables() {
        assertThat(text("image=\"%IIS_BIN%\\cachuri.dll\"").isIisExpress()).isTrue();
        assertThat(text("directory=\"%iis_user_home%\\Logs\"").isIisExpress()).isTrue();
        assertThat(text("image=\"%windir%\\cachuri.dll\"").isIisExpress()).isFalse();
    }

    private static ConfigText text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private static ConfigText text(String text, Charset charset) {
        return new ConfigText(text.getBytes(charset));
    }
}
