package io.github.iisaudit.xml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** Whatever the bytes are: a tree whose places are right, or the one exception that says why not. */
class XmlReaderFuzzTest {

    @FuzzTest(maxDuration = "200s")
    void readsOrRefuses(byte[] bytes) {
        LocatedElement root;
        try {
            root = new XmlReader().read("web.config", bytes);
        } catch (UnreadableXmlException refused) {
            if (refused.getMessage().isEmpty() || refused.span().line() < 1) {
                throw new AssertionError("a refusal without a reason or a place");
            }
            return;
        }
        check(root);
    }

    private static void check(Element element) {
        LocatedElement located = (LocatedElement) element;
        if (!located.span().text().startsWith("<") || !located.span().text().endsWith(">")) {
            throw new AssertionError("misplaced element " + located.span());
        }
        for (Attribute attribute : element.attributes()) {
            LocatedAttribute placed = (LocatedAttribute) attribute;
            if (!placed.span().text().startsWith(placed.getQualifiedName())) {
                throw new AssertionError("misplaced attribute " + placed.span());
            }
        }
        element.elements().forEach(XmlReaderFuzzTest::check);
    }
}
