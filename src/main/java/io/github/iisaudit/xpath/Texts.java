package io.github.iisaudit.xpath;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dom4j.Document;
import org.jspecify.annotations.Nullable;

/**
 * The texts of nodes of one document, gathered when first asked for: what asks at each of many nodes whether one of many others has its
 * name then takes no longer than both together. Not safe for use by several threads.
 */
final class Texts {

    private @Nullable Map<NodeSet, Set<String>> known;

    /** Whether any of the nodes has a text, ignoring case. */
    boolean have(NodeSet nodes, Document document, Focus focus, String text) {
        Map<NodeSet, Set<String>> all = known;
        if (all == null) {
            all = new IdentityHashMap<>();
            known = all;
        }
        Set<String> texts = all.get(nodes);
        if (texts == null) {
            texts = new HashSet<>();
            Set<String> gathered = texts;
            nodes.walk(document, focus, node -> {
                gathered.add(folded(focus.steps().text(node)));
                return false;
            });
            all.put(nodes, texts);
        }
        return texts.contains(folded(text));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
