package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jaxen.BaseXPath;
import org.jaxen.JaxenException;
import org.jaxen.SimpleNamespaceContext;
import org.jaxen.XPathFunctionContext;

/** Selects nodes of a document that is being changed by XPath 1.0. What an expression can reach or cost is bounded. */
final class Paths {

    /** The prefix of the default namespace, which XPath itself has none for. */
    static final String DEFAULT_NAMESPACE = "_defaultNamespace";

    private Paths() {}

    /**
     * The nodes that an expression selects, in document order.
     *
     * @param namespaces by their prefixes
     * @throws TransformException if it is none, or selects no nodes but has a value
     */
    static List<Object> select(String xpath, Node from, Map<String, String> namespaces) {
        List<Object> plain = PlainPath.select(xpath, from, namespaces);
        return plain == null ? evaluate(xpath, from, namespaces) : plain;
    }

    /** The same by an engine that knows all of XPath. */
    static List<Object> evaluate(String xpath, Node from, Map<String, String> namespaces) {
        PathGuard.check(xpath);
        try {
            BaseXPath path = new BaseXPath(xpath, new TreeNavigator(from));
            path.setFunctionContext(new XPathFunctionContext(false));
            path.setNamespaceContext(new SimpleNamespaceContext(namespaces));
            if (path.evaluate(from) instanceof List<?> nodes) {
                return new ArrayList<>(nodes);
            }
        } catch (JaxenException e) {
            throw new TransformException("no XPath: " + reason(e) + ": " + xpath);
        }
        throw new TransformException("'" + xpath + "' selects no nodes");
    }

    private static String reason(JaxenException e) {
        String reason = e.getMessage();
        return reason == null ? "it cannot be read" : reason.lines().findFirst().orElse("");
    }
}
