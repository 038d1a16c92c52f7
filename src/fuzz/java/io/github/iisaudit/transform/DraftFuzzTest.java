package io.github.iisaudit.transform;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import org.dom4j.Attribute;
import org.dom4j.Element;

/**
 * Whatever is transformed by whatever: it ends; what can be written can be read again and says the same; what is told has a place.
 */
class DraftFuzzTest {

    private static final String XDT = " xmlns:x=\"http://schemas.microsoft.com/XML-Document-Transform\"";
    private static final String[] NAMES = {"configuration", "list", "add", "location", "n:add"};
    private static final String[] ATTRIBUTES = {"key", "path", "value", "n:other", "xmlns", "xmlns:n"};
    private static final String[] VALUES = {"a", "b", "", "it's", "&quot;", "&#10;", "]", "urn:n", "$(key)", "{0}", "--"
    };
    private static final String[] TEXTS = {
        "\n  ", " t ", "<!-- c -->", "<![CDATA[d]]>", "&amp;", "<?p i?>", "\r\n", "&#13;", "<!-- <add/> -->"
    };
    private static final String[] TRANSFORMS = {
        "Replace",
        "Remove",
        "RemoveAll",
        "Insert",
        "InsertIfMissing",
        "SetAttributes",
        "SetAttributes(value)",
        "SetAttributes(value,key)",
        "RemoveAttributes",
        "RemoveAttributes(value, path)",
        "SetTokenizedAttributes",
        "CommentOut",
        "InsertBefore(/configuration/list)",
        "InsertAfter(add[1])",
        "InsertBefore(//add)",
        "replace",
        "Nobody",
        "Insert()",
        "Insert(a,b)",
        "InsertAfter(..)",
        "InsertBefore(/)",
        "SetAttributes(*)"
    };
    private static final String[] LOCATORS = {
        "Match(key)", "Match(key,path)", "Match", "Match(n:key)", "Condition(@key='a')", "Condition(1)",
                "XPath(list/add)",
        "XPath(//add)", "XPath(/configuration)", "XPath(..)", "XPath(@key)", "Condition((a b)", "XPath(text())",
                "Nobody(a)"
    };

    private FuzzedDataProvider data;
    private int left;

    @FuzzTest(maxDuration = "200s")
    void endsWithWhatCanBeReadAgain(FuzzedDataProvider input) throws UnreadableXmlException {
        data = input;
        byte[] base = written(false);
        byte[] transform = input.consumeInt(0, 9) == 0 ? input.consumeRemainingAsBytes() : written(true);
        Draft draft;
        try {
            draft = Draft.read("web.config", base);
        } catch (UnreadableXmlException e) {
            return; // two attributes of one name
        }
        String before = draft.text();
        try {
            draft.transform("web.x.config", transform);
        } catch (UnreadableXmlException e) {
            require(draft.text().equals(before), "changed by what cannot be read");
            return;
        }
        for (Message message : draft.messages()) {
            require(!message.text().isEmpty() && message.place().line() > 0, "a message without a text or a place");
        }
        if (draft.isWritable()) {
            check(draft);
        }
    }

    private static void check(Draft draft) throws UnreadableXmlException {
        LocatedElement root;
        try {
            root = draft.root();
        } catch (UnreadableXmlException e) {
            return; // the root is gone
        }
        String text = draft.text();
        Draft again = Draft.read("web.config", text.getBytes(StandardCharsets.UTF_8));
        require(again.text().equals(text), "written otherwise the second time: " + text);
        try {
            same(root, again.root());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " in " + text, e);
        }
        placed(root);
    }

    private static void same(Element one, Element other) {
        require(one.getName().equals(other.getName()), one.getName() + " became " + other.getName());
        require(one.elements().size() == other.elements().size(), "children of " + one.getName());
        for (Attribute attribute : one.attributes()) {
            require(other.attributes().stream().anyMatch(it -> isSame(it, attribute)), attribute + " is lost");
        }
        for (int i = 0; i < one.elements().size(); i++) {
            same(one.elements().get(i), other.elements().get(i));
        }
    }

    /** What was hidden as the value of a secret stays so where a transform gave its key another name. */
    private static boolean isSame(Attribute read, Attribute made) {
        return read.getName().equals(made.getName())
                && read.getNamespaceURI().equals(made.getNamespaceURI())
                && (read.getValue().equals(made.getValue()) || made.getValue().contains("***"));
    }

    private static void placed(Element element) {
        require(((LocatedElement) element).span().text().startsWith("<"), "misplaced " + element);
        for (Attribute attribute : element.attributes()) {
            String text = ((LocatedAttribute) attribute).span().text();
            require(
                    text.startsWith(attribute.getName()) || text.contains(":" + attribute.getName()),
                    "misplaced " + text);
        }
        element.elements().forEach(DraftFuzzTest::placed);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private byte[] written(boolean isTransform) {
        left = 12;
        StringBuilder text = new StringBuilder(pick("", "<?xml version=\"1.0\"?>\n", "<!-- c -->"));
        element(text, isTransform, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(StringBuilder text, boolean isTransform, int depth) {
        left--;
        String name = depth == 0 ? "configuration" : pick(NAMES);
        text.append('<').append(name).append(depth == 0 ? " xmlns:n=\"urn:n\"" + (isTransform ? XDT : "") : "");
        for (int i = data.consumeInt(0, 2); i > 0; i--) {
            String attribute = pick(ATTRIBUTES);
            boolean isRepeated = text.indexOf(" " + attribute + "=", text.lastIndexOf("<")) >= 0;
            String value = attribute.startsWith("xmlns") ? "urn:n" : pick(VALUES);
            text.append(isRepeated ? "" : " " + attribute + "=\"" + value + "\"");
        }
        if (isTransform && data.consumeBoolean()) {
            text.append(" x:Transform=\"").append(pick(TRANSFORMS)).append('"');
        }
        if (isTransform && data.consumeBoolean()) {
            text.append(" x:Locator=\"").append(pick(LOCATORS)).append('"');
        }
        text.append('>');
        for (int i = data.consumeInt(0, 4); i > 0 && left > 0; i--) {
            text.append(pick(TEXTS));
            element(text, isTransform, depth + 1);
        }
        text.append(data.consumeBoolean() ? pick(TEXTS) : "")
                .append("</")
                .append(name)
                .append('>');
    }

    private String pick(String... choices) {
        return choices[data.consumeInt(0, choices.length - 1)];
    }
}
