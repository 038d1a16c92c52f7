package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** The findings of one server as they grow: one for each rule and place. */
final class Drafts {

    /** Lines and columns, since offsets in a file may not be those of one text. */
    private record Key(String rule, String file, int line, int column, int length) {}

    private final Map<Key, Draft> drafts = new LinkedHashMap<>();

    /** Adds what a rule flags from each of some elements, for some paths. */
    void check(Rule rule, List<Element> contexts, List<String> paths, Focus focus) {
        for (Element context : contexts) {
            check(rule, context, paths, focus);
        }
    }

    /** Adds what a rule flags from an element, for some paths. */
    void check(Rule rule, Element context, List<String> paths, Focus focus) {
        add(rule, rule.flag().nodes(context, focus), paths, focus);
    }

    /** Adds nodes that a rule flags, for some paths. */
    void add(Rule rule, List<Node> nodes, List<String> paths, Focus focus) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            @Nullable Mark mark = Mark.of(node);
            if (mark != null) {
                draft(rule, node, mark, focus).add(node, mark, paths, focus);
            }
        }
    }

    private Draft draft(Rule rule, Node node, Mark mark, Focus focus) {
        Span span = mark.span();
        Key key = new Key(rule.id(), span.path(), span.line(), span.column(), span.end() - span.start());
        Draft draft = drafts.get(key);
        if (draft == null) {
            draft = new Draft(rule, mark, node, focus);
            drafts.put(key, draft);
        }
        return draft;
    }

    /** All so far, in the order in which they came up. */
    Collection<Draft> all() {
        return drafts.values();
    }
}
