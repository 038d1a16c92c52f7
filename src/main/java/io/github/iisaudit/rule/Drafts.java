package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.dom4j.Node;

/** The findings of one server as they grow: one for each rule and place. */
final class Drafts {

    private record Key(String rule, String file, int start, int end) {}

    private final Map<Key, Draft> drafts = new LinkedHashMap<>();

    /** Adds what a rule flags from each of some elements, for some paths. */
    void check(Rule rule, List<Element> contexts, List<String> paths) {
        for (Element context : contexts) {
            for (Node node : rule.flag().nodes(context)) {
                Mark.of(node).ifPresent(mark -> add(rule, node, mark, paths));
            }
        }
    }

    private void add(Rule rule, Node node, Mark mark, List<String> paths) {
        Span span = mark.span();
        Key key = new Key(rule.id(), span.path(), span.start(), span.end());
        drafts.computeIfAbsent(key, k -> new Draft(rule, mark, node)).add(node, mark, paths);
    }

    /** All so far, in the order in which they came up. */
    Collection<Draft> all() {
        return drafts.values();
    }
}
