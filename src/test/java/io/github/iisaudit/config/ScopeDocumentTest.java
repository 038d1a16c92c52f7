package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** The document of a scope for somebody who looks at some sections only. */
class ScopeDocumentTest {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";
    private static final String DIRECTORIES = "system.webServer/directoryBrowse";
    private static final String ON = windows("enabled=\"true\"");

    @Test
    void itHoldsTheSectionsThatAreWantedAndNoOthers() {
        Scope scope = scope(unlocked(), "S");
        assertThat(sections(scope.document(Set.of(WINDOWS)))).containsExactly("windowsAuthentication");
        assertThat(scope.hasErrors()).isFalse();
    }

    @Test
    void itHoldsWhatStandsBesideTheSections() {
        Element document = scope(unlocked(), "S/a").document(Set.of());
        assertThat(document.attributeValue("path")).isEqualTo("S/a");
        assertThat(document.elements())
                .extracting(Element::getName)
                .containsExactly("site", "application", "applicationPool", "virtualDirectory");
    }

    @Test
    void itHoldsASectionWithAnErrorThoughNobodyWantsIt() {
        Scope scope = scope(base().web("C/s", ON), "S/a");
        assertThat(scope.hasErrors()).isTrue();
        assertThat(sections(scope.document(Set.of(DIRECTORIES))))
                .containsExactly("windowsAuthentication", "directoryBrowse");
    }

    @Test
    void itHoldsAnErrorThatIsSureOnAStockServerOnly() {
        Scope scope = scope(base().web("C/s", ON).assumed(), "S");
        assertThat(scope.hasErrors()).isTrue();
        assertThat(sections(scope.document(Set.of()))).containsExactly("windowsAuthentication");
    }

    @Test
    void itHoldsAllSectionsWhereTheFileIsBroken() {
        Scope scope = scope(unlocked().file("C/s/web.config", "<configuration>"), "S");
        assertThat(scope.hasErrors()).isTrue();
        assertThat(sections(scope.document(Set.of()))).isEqualTo(sections(scope.document()));
    }

    @Test
    void itStaysAsItIsWhateverIsAskedOfOtherPaths() {
        ServerConfiguration server = unlocked()
                .host(location("S/a", windows("enabled=\"false\"")))
                .web("C/s", ON)
                .configuration();
        Map<Element, String> kept = new LinkedHashMap<>();
        for (String path : List.of("S", "S/a", "S/a/b", "", "T", "S")) {
            Element document = server.find(path).orElseThrow().document();
            kept.put(document, document.asXML());
        }
        assertThat(kept).hasSize(6);
        kept.forEach((document, text) -> assertThat(document.asXML()).isEqualTo(text));
    }

    private static Scope scope(Server server, String path) {
        return server.configuration().find(path).orElseThrow();
    }

    /** The names of the sections in the group of IIS, wherever in it they lie. */
    private static List<String> sections(Element document) {
        List<String> names = new ArrayList<>();
        Element group = document.element("system.webServer");
        if (group != null) {
            collect(group, names);
        }
        return names;
    }

    private static void collect(Element group, List<String> names) {
        for (Element child : group.elements()) {
            if (child.getName().equals("security") || child.getName().equals("authentication")) {
                collect(child, names);
            } else {
                names.add(child.getName());
            }
        }
    }
}
