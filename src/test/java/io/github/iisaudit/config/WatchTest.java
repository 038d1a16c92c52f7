package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";
    private static final String SITE = "<site name='S'><application path='/' applicationPool='P'/><bindings>"
            + "<binding protocol='http' bindingInformation='10.0.0.1:80:s'/></bindings></site>";

    /** The parts that somebody sees who looks at the document of the site. */
    private static Set<Part> seen(Consumer<Element> look) {
        Scope scope = Server.base().sites(SITE).configuration().find("S").orElseThrow();
        Set<Part> seen = new LinkedHashSet<>();
        Element document = scope.document(Set.of(WINDOWS), seen::add);
        seen.clear();
        look.accept(document);
        return seen;
    }

    private static Element binding(Element scope) {
        return scope.element("site").elements("binding").get(0);
    }

    private static Element windows(Element scope) {
        return scope.element("system.webServer")
                .element("security")
                .element("authentication")
                .element("windowsAuthentication");
    }

    @Test
    void tells_attributes_of_the_root_apart_and_nothing_of_what_it_holds() {
        assertThat(seen(scope -> scope.attributeValue("path"))).containsExactly(Part.PATH);
        assertThat(seen(scope -> scope.attributeValue("none"))).isEmpty();
        assertThat(seen(scope -> scope.attributes().size()))
                .containsExactlyInAnyOrder(Part.PATH, Part.KIND, Part.SERVER, Part.HOST, Part.GIVEN);
        assertThat(seen(scope -> scope.elements().forEach(Element::getName))).isEmpty();
        assertThat(seen(scope -> windows(scope).getParent())).isEmpty();
    }

    @Test
    void tells_what_is_compared_with_the_name_of_the_server_and_not_the_name() {
        assertThat(seen(scope -> ServerName.is(scope, "WEB01")))
                .containsExactly(new Part(Part.Kind.SERVER_NAMED, "WEB01"));
        assertThat(seen(scope -> {
                    ServerName.isHost(scope, "a");
                    scope.attributeValue("kind");
                }))
                .containsExactly(new Part(Part.Kind.SERVER_HOST, "a"), Part.KIND);
    }

    @Test
    void tells_what_of_a_site_is_the_same_on_servers_of_a_farm() {
        assertThat(seen(scope -> scope.element("site").attributeValue("name"))).containsExactly(Part.SITE_NAME);
        assertThat(seen(WatchTest::binding)).containsExactly(Part.BINDINGS);
        assertThat(seen(scope -> binding(scope).attributeValue("protocol"))).containsExactly(Part.BINDINGS);
        assertThat(seen(scope -> binding(scope).attributeValue("host"))).containsExactly(Part.BINDINGS);
    }

    @Test
    void tells_whoever_looks_at_more_of_a_site() {
        List<Consumer<Element>> looks = List.of(
                scope -> scope.element("site").attributeValue("id"),
                scope -> scope.element("site").attribute(0),
                scope -> ((EffectiveElement) scope.element("site")).origin(),
                scope -> binding(scope).attributeValue("bindingInformation"),
                scope -> binding(scope).attributeCount(),
                scope -> binding(scope).getStringValue(),
                scope -> ((EffectiveElement) binding(scope)).origin(),
                scope -> ((EffectiveAttribute) binding(scope).attribute("host")).origin());

        assertThat(looks).allSatisfy(look -> assertThat(seen(look)).contains(Part.SITE));
    }

    @Test
    void tells_each_of_the_others_as_a_whole() {
        assertThat(seen(scope -> scope.element("application").nodeCount())).containsExactly(Part.APPLICATION);
    }

    @Test
    void tells_values_of_sections_and_of_pools_apart_from_their_places() {
        assertThat(seen(scope -> windows(scope).attributeValue("enabled")))
                .containsExactly(Part.value(WINDOWS, "enabled"));
        assertThat(seen(scope -> pool(scope).attributeValue("name"))).containsExactly(Part.ofPool("", "name"));
        assertThat(seen(scope -> pool(scope).element("processModel"))).isEmpty();
        assertThat(seen(scope -> pool(scope).element("processModel").attributeValue("userName")))
                .containsExactly(Part.ofPool("processModel", "userName"));
    }

    private static Element pool(Element scope) {
        return scope.element("applicationPool");
    }

    @Test
    void tells_all_of_a_section_or_a_pool_of_which_more_is_asked_than_values() {
        assertThat(seen(scope -> windows(scope).nodeCount())).containsExactly(Part.section(WINDOWS));
        assertThat(seen(scope -> windows(scope).attribute(0))).containsExactly(Part.section(WINDOWS));
        assertThat(seen(scope -> ((EffectiveElement) windows(scope)).origin())).containsExactly(Part.section(WINDOWS));
        assertThat(seen(scope -> ((EffectiveAttribute) windows(scope).attribute("enabled")).origin()))
                .contains(Part.section(WINDOWS));
        assertThat(seen(scope -> ((EffectiveElement) pool(scope)).origin())).containsExactly(Part.POOL);
        assertThat(seen(scope -> pool(scope).element("recycling").nodeCount())).containsExactly(Part.POOL);
        assertThat(seen(scope -> pool(scope).attributeCount())).containsExactly(Part.POOL);
    }

    @Test
    void tells_nobody_of_a_document_that_is_built_for_somebody_else() {
        Scope scope = Server.base().sites(SITE).configuration().find("S").orElseThrow();
        Set<Part> seen = new LinkedHashSet<>();
        windows(scope.document(Set.of(WINDOWS), seen::add)).attributeCount();
        seen.clear();

        windows(scope.document(Set.of(WINDOWS))).attributeCount();

        assertThat(seen).isEmpty();
    }
}
