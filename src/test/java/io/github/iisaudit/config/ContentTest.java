package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** What scopes answer about their documents. */
class ContentTest {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";
    private static final List<String> PATHS = List.of("", "S", "S/a", "S/a/b", "T");

    private final ServerConfiguration server =
            unlocked().host(location("S/a", windows("enabled=\"true\""))).configuration();

    private static Content content(ServerConfiguration server, String path) {
        return Objects.requireNonNull(server.find(path).orElseThrow().content());
    }

    private Content content(String path) {
        return content(server, path);
    }

    private static Object answer(Content content) {
        return content.sections(List.of(WINDOWS))[0];
    }

    /** Whoever adds a fact to the document finds it among the answers, or this fails. */
    @Test
    void everyFactThatADocumentShowsIsAnswered() {
        for (String path : PATHS) {
            Element root = server.find(path).orElseThrow().document();
            for (Attribute attribute : root.attributes()) {
                assertThat(content(path).fact("@" + attribute.getName(), "")).isEqualTo(attribute.getValue());
                assertThat(content(path).fact("", "").toString()).contains(attribute.getValue());
            }
            for (Element fact : root.elements()) {
                if (!fact.getName().startsWith("system.")) {
                    assertThat(content(path).fact(fact.getName(), "")).isNotEqualTo(Content.NOTHING);
                    for (Attribute attribute : fact.attributes()) {
                        assertThat(content(path)
                                        .fact(fact.getName(), "@" + attribute.getName())
                                        .toString())
                                .contains(attribute.getValue());
                        assertThat(content(path).fact(fact.getName(), "**").toString())
                                .contains(attribute.getValue());
                    }
                }
            }
        }
    }

    @Test
    void aSectionAnswersTheSameWhereverItSaysTheSame() {
        ServerConfiguration other = unlocked()
                .host("<!-- further down -->")
                .web("C/s", windows("enabled=\"true\""))
                .configuration();
        assertThat(answer(content("S/a"))).isEqualTo(answer(content(other, "S")));
        assertThat(answer(content("S/a"))).isNotEqualTo(answer(content("S")));
        assertThat(answer(content("S/a"))).isEqualTo(answer(content("S/a/b")));
        assertThat(content("S/a").at(WINDOWS)).isSameAs(content("S/a/b").at(WINDOWS));
        assertThat(content("S/a").at(WINDOWS)).isNotSameAs(content(other, "S").at(WINDOWS));
    }

    @Test
    void aDefaultThatSomebodyWroteIsAnotherAnswer() {
        ServerConfiguration written =
                unlocked().web("C/s", windows("useKernelMode=\"true\"")).configuration();
        assertThat(answer(content(written, "S"))).isNotEqualTo(answer(content(written, "T")));
    }

    @Test
    void whatWasNotCollectedIsPartOfTheAnswer() {
        ServerConfiguration without = unlocked().withoutContent().configuration();
        ServerConfiguration with = unlocked().configuration();
        assertThat(answer(content(without, "S"))).isNotEqualTo(answer(content(with, "S")));
    }

    @Test
    void whatIsBrokenAnswersWithItsError() {
        ServerConfiguration broken =
                unlocked().file("C/s/web.config", "<configuration>").configuration();
        assertThat(answer(content(broken, "S")).toString()).contains("not well-formed");
        assertThat(content(broken, "S").troubles().toString()).contains("not well-formed");
        assertThat(content("S").troubles()).isEqualTo(Content.NOTHING);
    }
}
