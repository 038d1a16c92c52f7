package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** A way leads from the root of a document to the node that it was made for. */
class WayTest {

    private static Element list(int entries) {
        Element root = DocumentHelper.createDocument().addElement("list");
        for (int i = 0; i < entries; i++) {
            root.addElement("add").addAttribute("n", "" + i).addElement("deeper");
        }
        return root;
    }

    @Test
    void it_leads_back_in_whatever_order_nodes_are_asked_for() {
        Element root = list(5);
        List<Element> all = new ArrayList<>(root.elements());
        Way.Places places = new Way.Places();
        for (int turn = 0; turn < 2; turn++) {
            for (Element entry : all) {
                assertThat(Way.to(entry, places).in(root)).isSameAs(entry);
                assertThat(Way.to(entry.element("deeper"), places).in(root)).isSameAs(entry.element("deeper"));
                assertThat(Way.to(entry.attribute("n"), places).in(root)).isSameAs(entry.attribute("n"));
            }
            Collections.reverse(all);
        }
    }

    @Test
    void a_long_list_takes_no_longer_than_a_look_at_it() {
        Element root = list(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Way.Places places = new Way.Places();
            for (Element entry : root.elements()) {
                Way.to(entry, places);
            }
        });
    }
}
