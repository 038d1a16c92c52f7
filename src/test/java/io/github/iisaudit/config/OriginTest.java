package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.providers;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveSection.Entry;
import io.github.iisaudit.config.Origin.Written;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** Every value knows who wrote it, and what it overrode. */
class OriginTest {

    private static final String SECTION = "system.webServer/security/authentication/windowsAuthentication";

    @Test
    void aValueKnowsTheAttributeThatWroteIt() {
        String text = """
                <system.webServer>
                  <security>
                    <authentication>
                      <windowsAuthentication
                          enabled="TRUE"
                          useKernelMode="false"/>
                    </authentication>
                  </security>
                </system.webServer>""";
        unlocked()
                .web("C/s", text)
                .at("S")
                .from("enabled", "C/s/web.config:6 enabled=\"TRUE\"")
                .from("useKernelMode", "C/s/web.config:7 useKernelMode=\"false\"");
    }

    @Test
    void aValueKnowsWhatItOverrodeTheLatestFirst() {
        Server server = unlocked()
                .host(location("S", windows("enabled=\"true\"")))
                .web("C/s", windows("enabled=\"false\""))
                .web("C/s/a", windows("enabled=\"true\""));
        server.at("S/a")
                .from("enabled", "C/s/a/web.config:2 enabled=\"true\"")
                .over(
                        "enabled",
                        "C/s/web.config:2 enabled=\"false\"",
                        server.line("path=\"S\"") + " enabled=\"true\"",
                        server.line("<windowsAuthentication enabled=\"false\"") + " enabled=\"false\"");
    }

    @Test
    void aValueThatNothingPrecedesOverrodeNothing() {
        base().host(location("S", windows("useKernelMode=\"false\""))).at("S").over("useKernelMode");
    }

    @Test
    void aDefaultPointsAtTheNearestWrittenElement() {
        Server server = unlocked().host(location("S", windows("enabled=\"true\"")));
        server.at("S").from("useKernelMode", "default at " + server.line("path=\"S\"") + " <windowsAuthentication");
        server.at("T")
                .from(
                        "useKernelMode",
                        "default at " + server.line("<windowsAuthentication enabled=\"false\"")
                                + " <windowsAuthentication");
        server.web("C/s", windows(""))
                .at("S")
                .from("useKernelMode", "default at C/s/web.config:2 <windowsAuthentication");
    }

    @Test
    void aDefaultOfASectionThatNobodyWritesPointsAtItsDeclaration() {
        Server server = base().authentication("");
        server.at("S")
                .from("enabled", "default at " + server.line("<section name=\"windowsAuthentication\"") + " <section");
    }

    @Test
    void aDefaultOfAnElementThatNobodyWritesPointsAtTheSection() {
        unlocked()
                .web("C/s", windows("enabled=\"true\""))
                .at("S")
                .from("extendedProtection/tokenChecking", "default at C/s/web.config:2 <windowsAuthentication");
        unlocked()
                .web("C/s", windows("", "\n<extendedProtection/>"))
                .at("S")
                .from("extendedProtection/tokenChecking", "default at C/s/web.config:3 <extendedProtection");
    }

    @Test
    void anEntryKnowsTheFileThatAddedIt() {
        Server server = unlocked().web("C/s", providers("\n<remove value=\"NTLM\"/>\n<add value=\"X\"/>"));
        assertThat(server.at("S").collection("providers").entries())
                .extracting(Entry::origin)
                .extracting(origin -> origin.span().path() + ":" + origin.span().line())
                .containsExactly(server.line("<providers>"), "C/s/web.config:4");
    }

    @Test
    void aWrittenValueKnowsTheLocationPathAroundItAsWritten() {
        Answer answer = base().host(location("s", windows("enabled=\"true\""))).at("S");
        assertThat(((Written) answer.setting("enabled").origin()).location()).isEqualTo("s");
        Answer plain = base().at("S");
        assertThat(((Written) plain.setting("enabled").origin()).location()).isNull();
    }

    @Test
    void theDocumentCarriesTheSameOrigins() {
        Scope scope = unlocked()
                .web("C/s", windows("enabled=\"true\""))
                .configuration()
                .find("S")
                .orElseThrow();
        Element section = (Element) scope.document().selectSingleNode(SECTION);
        EffectiveAttribute enabled = (EffectiveAttribute) section.attribute("enabled");
        EffectiveAttribute kernel = (EffectiveAttribute) section.attribute("useKernelMode");
        assertThat(enabled.origin()).isInstanceOf(Written.class);
        assertThat(kernel.origin()).isInstanceOf(Origin.Default.class);
        assertThat(kernel.getValue()).isEqualTo("true");
        assertThat(((EffectiveElement) section).origin()).isNotNull();
    }

    @Test
    void anErrorInTheDocumentPointsAtTheElementAtFaultAndTheLock() {
        Scope scope = base().web("C/s", windows("enabled=\"true\""))
                .configuration()
                .find("S")
                .orElseThrow();
        EffectiveElement error = (EffectiveElement) scope.document().selectSingleNode(SECTION + "/error");
        assertThat(error.attributeValue("kind")).isEqualTo("section-locked");
        assertThat(error.attributeValue("code")).isEqualTo("0x80070021");
        assertThat(error.attributeValue("assumed")).isEqualTo("false");
        assertThat(error.origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.span().text()).isEqualTo("<windowsAuthentication"));
        assertThat(error.lockedBy())
                .isNotNull()
                .satisfies(lock -> assertThat(lock.text()).isEqualTo("overrideModeDefault=\"Deny\""));
        Element section = error.getParent();
        assertThat(section.attributes()).isEmpty();
        assertThat(section.elements()).hasSize(1);
    }

    @Test
    void theDocumentShowsWhatIsUnknownAndWhatIsMissing() {
        ServerConfiguration unknown =
                unlocked().web("C/s", windows("enabled=\"1\"")).configuration();
        assertThat(unknown.find("S").orElseThrow().document().selectNodes(SECTION + "/unknown[@reason != '']"))
                .hasSize(1);
        ServerConfiguration missing = unlocked().withoutContent().configuration();
        assertThat(missing.find("S")
                        .orElseThrow()
                        .document()
                        .selectNodes(SECTION + "[@enabled]/incomplete[@file = 'C/s/web.config'][@reason != '']"))
                .hasSize(1);
    }
}
