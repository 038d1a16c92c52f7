package io.github.iisaudit.xpath;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;

/** Whatever a rule's XPath is: it is refused when the rule is loaded, or it can be evaluated. */
class SafeXPathFuzzTest {

    private static final Element TREE = tree();

    @FuzzTest(maxDuration = "200s")
    void refusesOrEvaluates(FuzzedDataProvider data) {
        SafeXPath compiled;
        try {
            compiled = SafeXPath.compile(data.consumeRemainingAsString());
        } catch (InvalidXPathException refused) {
            return;
        }
        compiled.string(TREE);
        compiled.holds(TREE);
        if (compiled.selectsNodes()) {
            compiled.nodes(TREE);
        }
    }

    private static Element tree() {
        Element root = DocumentHelper.createDocument().addElement("scope");
        root.addElement("section")
                .addAttribute("enabled", "true")
                .addElement("add")
                .addAttribute("value", "NTLM");
        return root.element("section");
    }
}
