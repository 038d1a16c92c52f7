package io.github.iisaudit.xpath;

import org.dom4j.Branch;
import org.dom4j.CDATA;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.Text;

/**
 * Counts the steps that an expression takes, so that none runs for ever: nodes that it looks at, and characters of texts, some of
 * them for one. What it counts depends on expression and tree alone. Not safe for use by several threads.
 */
final class Steps {

    /** About a second. No rule of the program was seen to take a thousand, on fleets and on configuration that is public. */
    static final long MOST = 20_000_000;

    /** The longest text that is made of others. */
    static final int LONGEST_TEXT = 4_000_000;

    private static final int CHARACTERS = 4;

    private long left = MOST;
    private long before;

    /** Another expression begins. */
    void start() {
        before += taken();
        left = MOST;
    }

    /** How many all expressions have taken so far. */
    long all() {
        return before + taken();
    }

    /** @throws TooManyStepsException if none is left */
    void take() {
        if (--left < 0) {
            throw new TooManyStepsException();
        }
    }

    /** Takes several. */
    void take(long count) {
        left -= count;
        if (left < 0) {
            throw new TooManyStepsException();
        }
    }

    /** Takes those for looking at characters, each as often as is said. */
    void takeFor(String text, int times) {
        take((long) text.length() * times / CHARACTERS);
    }

    /** How many the expression has taken so far. */
    long taken() {
        return MOST - left;
    }

    /** The text of a node as {@code string()} gives it: of an element, that of all below. */
    String text(Node node) {
        if (node instanceof Branch branch) {
            StringBuilder text = new StringBuilder();
            collect(branch, text);
            takeFor(text.toString(), 1);
            return text.toString();
        }
        return node.getStringValue();
    }

    private void collect(Branch branch, StringBuilder text) {
        for (int i = 0; i < branch.nodeCount(); i++) {
            Node node = branch.node(i);
            take();
            if (node instanceof Text || node instanceof CDATA) {
                text.append(node.getText());
            } else if (node instanceof Element element) {
                collect(element, text);
            }
        }
    }
}
