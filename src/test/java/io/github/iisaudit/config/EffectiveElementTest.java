package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dom4j.Element;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;

class EffectiveElementTest {

    private final AtomicInteger fillings = new AtomicInteger();

    private EffectiveElement lazy() {
        return new EffectiveElement("access", null, element -> {
            fillings.incrementAndGet();
            element.add(new EffectiveAttribute("sslFlags", "Ssl", null));
            element.add(new EffectiveElement("inner", null));
        });
    }

    @Test
    void is_filled_once_whichever_way_somebody_looks() {
        List<Consumer<EffectiveElement>> looks = List.of(
                e -> assertThat(e.attributeValue("sslFlags")).isEqualTo("Ssl"),
                e -> assertThat(e.attribute(0).getName()).isEqualTo("sslFlags"),
                e -> assertThat(e.attributeCount()).isEqualTo(1),
                e -> assertThat(e.attributes()).hasSize(1),
                e -> assertThat(e.element("inner").getParent()).isSameAs(e),
                e -> assertThat(e.elements()).hasSize(1),
                e -> assertThat(e.content()).hasSize(1),
                e -> assertThat(e.nodeCount()).isEqualTo(1),
                e -> assertThat(e.node(0)).isInstanceOf(Element.class),
                e -> assertThat(e.asXML()).isEqualTo("<access sslFlags=\"Ssl\"><inner/></access>"),
                e -> assertThat(e.selectNodes("inner | @sslFlags")).hasSize(2));
        for (int i = 0; i < looks.size(); i++) {
            EffectiveElement element = lazy();
            assertThat(fillings).hasValue(i);
            looks.get(i).accept(element);
            looks.get(i).accept(element);
            assertThat(fillings).hasValue(i + 1);
        }
    }

    @Test
    void takes_further_content_after_its_own() {
        EffectiveElement element = lazy();
        element.add(new EffectiveElement("error", null));

        assertThat(element.elements()).extracting(Node::getName).containsExactly("inner", "error");
        assertThat(fillings).hasValue(1);
    }

    @Test
    void has_a_name_and_a_place_before_that() {
        EffectiveElement scope = new EffectiveElement("scope", null);
        EffectiveElement element = lazy();
        scope.add(element);

        assertThat(element.getName()).isEqualTo("access");
        assertThat(element.getParent()).isSameAs(scope);
        assertThat(fillings).hasValue(0);
    }
}
