package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {

    private static final String XDT =
            "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"></configuration>";

    @TempDir
    Path temp;

    private Tree shop;

    @BeforeEach
    void start() {
        shop = new Tree(temp.resolve("shop"));
    }

    @Test
    void the_root_element_shows_it() {
        assertThat(Transform.shows(bytes(XDT))).contains(true);
        assertThat(Transform.shows(bytes("<?xml version=\"1.0\"?><!-- <a> -->\n" + XDT)))
                .contains(true);
        assertThat(Transform.shows(XDT.getBytes(StandardCharsets.UTF_16))).contains(true);
        assertThat(Transform.shows(bytes("<!--" + " ".repeat(9000) + "-->" + XDT)))
                .contains(true);
    }

    @Test
    void a_mention_elsewhere_does_not_make_a_transform() {
        assertThat(Transform.shows(bytes("<!--" + XDT + "--><configuration/>"))).contains(false);
        assertThat(Transform.shows(bytes("<configuration a=\">\"><x>" + XDT + "</x></configuration>")))
                .contains(false);
    }

    @Test
    void a_text_without_a_root_element_shows_nothing() {
        assertThat(Transform.shows(bytes(""))).isEmpty();
        assertThat(Transform.shows(bytes("<?xml version=\"1.0\"?><configuration")))
                .isEmpty();
        assertThat(Transform.shows(bytes("<!DOCTYPE configuration>" + XDT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web.Release.config", "web.a.b.CONFIG", "applicationHost.xdt", "web.config.install.xdt"})
    void names_that_transforms_have(String name) {
        assertThat(Transform.isNamed(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"web.config", "web..config", "app.Release.config", "myweb.Release.config", "web.config.bak"})
    void names_that_transforms_do_not_have(String name) {
        assertThat(Transform.isNamed(name)).isFalse();
    }

    @Test
    void those_of_a_repository_are_named_and_their_names_alone_tell_where_they_cannot_be_read() throws Exception {
        shop.withWeb("Web/web.config")
                .with("Web/Web.Release.config", XDT)
                .with("Web/Web.Broken.config", "")
                .with("Web/Web.Other.config", "<configuration/>");
        assertThat(shop.source().transforms()).containsExactly("Web/Web.Broken.config", "Web/Web.Release.config");
    }

    @Test
    void a_web_config_that_is_one_is_neither_read_nor_taken_for_absent() throws Exception {
        ConfigSource source = shop.withHost("applicationHost.config")
                .with("C/site/web.config", XDT)
                .source();
        assertThat(source.file("C:\\site", "web.config"))
                .isEqualTo(new Lookup.Unavailable("C/site/web.config", Transform.REASON, false));
        assertThat(source.transforms()).containsExactly("C/site/web.config");
    }

    @Test
    void a_repository_of_transforms_alone_holds_nothing_to_audit() throws Exception {
        Opened opened = shop.with("web.config", XDT)
                .with("a/Web.Debug.config", XDT)
                .with("b/web.config", XDT)
                .open("");
        assertThat(opened.sources()).isEmpty();
        assertThat(opened.nothingFound())
                .singleElement()
                .asString()
                .endsWith(": a/Web.Debug.config, b/web.config, web.config");
    }

    @Test
    void below_one_at_the_root_a_web_config_is_audited() throws Exception {
        ConfigSource source =
                shop.with("web.config", XDT).withWeb("admin/web.config").source();
        assertThat(source.foldersWithWebConfig("R:\\")).containsExactly("admin");
    }

    @Test
    void a_folder_whose_applicationHost_config_is_one_is_no_server() throws Exception {
        Opened opened = shop.with("applicationHost.config", XDT).open("");
        assertThat(opened.sources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web.Release.config", "web.config", "applicationHost.config", "other"})
    void a_given_file_is_told_to_be_one(String name) throws Exception {
        Opened opened = shop.with(name, XDT).open(name);
        assertThat(opened.sources()).isEmpty();
        assertThat(opened.nothingFound()).singleElement().asString().contains(name + " is a transform (XDT)");
    }

    @Test
    void a_given_file_that_is_only_called_like_one_is_audited() throws Exception {
        Opened opened = shop.withWeb("Web.Release.config").open("Web.Release.config");
        assertThat(opened.sources()).hasSize(1);
        SourceOptions web = SourceOptions.DEFAULTS.withKind(SourceOptions.Kind.WEB);
        assertThat(shop.with("Web.Empty.config", "")
                        .open(web, "Web.Empty.config")
                        .sources())
                .hasSize(1);
        assertThat(shop.open("Web.Empty.config").nothingFound()).isNotEmpty();
    }

    @Test
    void standard_input_may_hold_one() throws Exception {
        SourceOptions options = SourceOptions.DEFAULTS.withStandardInput(
                () -> new java.io.ByteArrayInputStream(bytes(XDT)), "web.config");
        assertThat(Sources.open(List.of("-"), options).nothingFound())
                .containsExactly("- " + Transform.REASON + ": give the file that it is applied to");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
