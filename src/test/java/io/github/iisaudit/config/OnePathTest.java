package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** A host with 300 sites and 20,000 location tags, asked about one path. */
class OnePathTest {

    private static final int SITES = 300;
    private static final int TAGS = 20_000;
    private static final long ENOUGH = 100_000_000;

    /** What each path counts for, beside what is done for it. */
    private static final long PATH = 500;

    private final Budget budget = new Budget(ENOUGH, ENOUGH);
    private final ServerConfiguration server = new ServerConfiguration(host(), new XmlReader(), budget, null);
    private final long read = budget.steps();

    @Test
    void costsWhatThePathCosts() {
        Element one = document("S7/a3");
        long path = budget.steps() - read;
        assertThat(one.attributeValue("path")).isEqualTo("S7/a3");

        server.forEachScope(Scope::document);
        long all = budget.steps() - read - path;

        assertThat(path).isBetween(PATH + 1, PATH + 100);
        assertThat(all).isGreaterThan(path * TAGS / 2);
    }

    @Test
    void staysValidAfterOthersWereMade() {
        List<Element> documents = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SITES; i++) {
            Element document = document("S" + i + "/a" + i % 60);
            documents.add(document);
            texts.add(document.asXML());
        }

        assertThat(documents).extracting(Element::asXML).isEqualTo(texts);
        assertThat(documents)
                .extracting(document -> document.attributeValue("path"))
                .doesNotHaveDuplicates();
    }

    private Element document(String path) {
        return server.find(path).orElseThrow().document();
    }

    private static MemorySource host() {
        StringBuilder text = new StringBuilder("<configuration><system.applicationHost><sites>");
        for (int i = 0; i < SITES; i++) {
            text.append("<site name='S" + i + "'><application path='/'>"
                    + "<virtualDirectory path='/' physicalPath='C:\\s" + i + "'/></application></site>");
        }
        text.append("</sites></system.applicationHost>");
        for (int i = 0; i < TAGS; i++) {
            text.append(
                    "<location path='S" + i % SITES + "/a" + i / SITES
                            + "'><system.webServer><security><access sslFlags='Ssl'/></security></system.webServer></location>");
        }
        return MemorySource.of(text + "</configuration>");
    }
}
