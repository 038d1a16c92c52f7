package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xpath.Focus;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;

/**
 * What a rule says of one node that it flags, and where that was written. Immutable and safe for use by several threads.
 *
 * @param spot the rule and the place of the mark
 * @param via what the value overrode, the latest first
 */
record Flagged(Remark remark, Mark mark, Spot spot, List<Via> via) {

    /** An overridden value and its place. */
    record Via(Spot spot, Origin.Written written) {}

    /** Adds what is said of a node, if it has a place. */
    static void add(Remark remark, Node node, List<Flagged> all) {
        Mark mark = Mark.of(node);
        if (mark != null) {
            all.add(new Flagged(remark, mark, Spot.of(remark.rule(), mark.span()), via(mark)));
        }
    }

    /** What a rule says of some nodes; those without a place are left out. */
    static void addAll(Rule rule, List<Node> nodes, Focus focus, List<Flagged> all) {
        for (int i = 0; i < nodes.size(); i++) {
            add(Remark.of(rule, nodes.get(i), focus), nodes.get(i), all);
        }
    }

    private static List<Via> via(Mark mark) {
        List<Via> via = new ArrayList<>();
        for (Origin.Written written : mark.via()) {
            via.add(new Via(Spot.of(written.span()), written));
        }
        return List.copyOf(via);
    }
}
