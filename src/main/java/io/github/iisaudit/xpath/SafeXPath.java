package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * A compiled XPath 1.0 that can reach nothing but the tree it is given: no {@code document()}, no variables, no
 * functions but those of {@link IisFunctions} and of XPath itself. Once compiled it evaluates without fail, unless it takes too
 * many {@link Steps}. Immutable
 * and safe for use by several threads.
 */
public final class SafeXPath {

    /** As it was written; null where the compiled form has it. */
    private final @Nullable String text;

    /** Where the build has left it in compiled form; null where it was compiled here. */
    private final @Nullable Compiled source;

    private final int offset;
    private volatile @Nullable Expression expression;

    private SafeXPath(@Nullable String text, @Nullable Expression expression, @Nullable Compiled source, int offset) {
        this.text = text;
        this.expression = expression;
        this.source = source;
        this.offset = offset;
    }

    /** An expression of the program's own rules, which the build has compiled: it is read when it is first evaluated. */
    static SafeXPath compiled(Compiled source, int offset) {
        return new SafeXPath(null, null, source, offset);
    }

    /**
     * Compiles an expression.
     *
     * @throws InvalidXPathException if it is none, or uses what is not there
     */
    public static SafeXPath compile(String xpath) throws InvalidXPathException {
        return new SafeXPath(xpath, XPathCompiler.compile(xpath), null, 0);
    }

    /** The elements with these names, each below the one before it: {@code system.webServer/security}. */
    public static SafeXPath elements(String path) {
        Step step = null;
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
            step = new Step(Step.Axis.CHILD, name, Predicates.NONE, step);
        }
        return new SafeXPath(path, Path.relative(Objects.requireNonNull(step)), null, 0);
    }

    /** A call of one of our functions that takes no arguments: {@code iis:is-closed()}. */
    public static SafeXPath call(String call) {
        String function = call.substring(0, call.indexOf('('));
        return new SafeXPath(call, Objects.requireNonNull(Call.of(function)), null, 0);
    }

    /** Whether its value is nodes, and not a string, a number or a boolean. */
    public boolean selectsNodes() {
        return expression().type() == Type.NODES;
    }

    /** What it is compiled to. */
    Expression expression() {
        Expression compiled = expression;
        if (compiled == null) {
            compiled = Objects.requireNonNull(source).at(offset).expression();
            expression = compiled;
        }
        return compiled;
    }

    /**
     * The nodes that it selects, each once, in document order.
     *
     * @throws IllegalStateException if it does not select nodes
     */
    public List<Node> nodes(Node from) {
        return nodes(from, Focus.alone());
    }

    /** Those that it selects from each of some elements. */
    public List<Node> nodes(List<Element> contexts, Focus focus) {
        if (contexts.size() == 1) {
            return nodes(contexts.get(0), focus);
        }
        List<Node> all = new ArrayList<>();
        for (Element context : contexts) {
            all.addAll(nodes(context, focus));
        }
        return all.isEmpty() ? List.of() : all;
    }

    public List<Node> nodes(Node from, Focus focus) {
        focus.steps().start();
        if (expression() instanceof NodeSet nodes) {
            return nodes.nodes(from, focus);
        }
        throw new IllegalStateException("selects no nodes: " + this);
    }

    /** Its value as {@code boolean()} gives it: whether there is a node, a character, a number that is not 0. */
    public boolean holds(Node from) {
        return holds(from, Focus.alone());
    }

    public boolean holds(Node from, Focus focus) {
        focus.steps().start();
        return expression().holds(from, focus);
    }

    /** Its value as {@code string()} gives it: of nodes, the text of the first. */
    public String string(Node from) {
        return string(from, Focus.alone());
    }

    public String string(Node from, Focus focus) {
        focus.steps().start();
        return expression().string(from, focus);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text == null ? Objects.requireNonNull(source).at(offset).string() : text;
    }
}
