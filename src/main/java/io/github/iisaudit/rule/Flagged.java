package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule says of one node that it flags. It holds nothing of the effective document, which is taken apart for the next
 * scope. Immutable and safe for use by several threads.
 *
 * @param spot the rule and the place of the mark
 * @param via what the value overrode, the latest first
 * @param severity at the paths of the node's scope
 * @param confidence the same, lowered where the values rest on files that were not collected
 * @param fix the place in the rule of the remedy that applies; larger than all where none does
 */
record Flagged(
        Rule rule,
        Mark mark,
        Spot spot,
        List<Via> via,
        Wording message,
        Wording label,
        Severity severity,
        Confidence confidence,
        List<Note> notes,
        int fix,
        Wording fixText) {

    /** What is the fix of what has none. */
    static final int NO_FIX = Integer.MAX_VALUE;

    /** The sentence of the case at a place in the rule. */
    record Note(int index, Wording sentence) {}

    /** An overridden value and its place. */
    record Via(Spot spot, Origin.Written written) {}

    /** What a rule says of some nodes; those without a place are left out. */
    static void addAll(Rule rule, List<Node> nodes, Focus focus, List<Flagged> all) {
        for (int i = 0; i < nodes.size(); i++) {
            Mark mark = Mark.of(nodes.get(i));
            if (mark != null) {
                all.add(of(rule, nodes.get(i), mark, focus));
            }
        }
    }

    /** Whether a sentence of a case differs from path to path. */
    boolean notesPaths() {
        for (Note note : notes) {
            if (note.sentence().isOfPath()) {
                return true;
            }
        }
        return false;
    }

    private static Flagged of(Rule rule, Node node, Mark mark, Focus focus) {
        Wording message = rule.message().wording(node, focus);
        Wording label = rule.label().isEmpty()
                ? Wording.of(defaultLabel(node))
                : rule.label().wording(node, focus);
        Severity severity = rule.severity();
        Confidence confidence = rule.confidence();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < rule.cases().size(); i++) {
            Rule.Case it = rule.cases().get(i);
            if (it.when().holds(node, focus)) {
                severity = it.severity().orElse(severity);
                confidence = it.confidence().orElse(confidence);
                notes.add(new Note(i, it.message().wording(node, focus)));
            }
        }
        Confidence sure = isIncomplete(node) ? confidence.oneLower() : confidence;
        int fix = fix(rule, node, focus);
        Wording fixText =
                fix == NO_FIX ? Wording.EMPTY : rule.fixes().get(fix).text().wording(node, focus);
        return new Flagged(
                rule,
                mark,
                Spot.of(rule, mark.span()),
                via(mark),
                message,
                label,
                severity,
                sure,
                List.copyOf(notes),
                fix,
                fixText);
    }

    private static List<Via> via(Mark mark) {
        List<Via> via = new ArrayList<>();
        for (Origin.Written written : mark.via()) {
            via.add(new Via(Spot.of(written.span()), written));
        }
        return List.copyOf(via);
    }

    /** Of the remedies the first that applies. */
    private static int fix(Rule rule, Node node, Focus focus) {
        List<Rule.Fix> fixes = rule.fixes();
        for (int i = 0; i < fixes.size(); i++) {
            @Nullable SafeXPath when = fixes.get(i).when().orElse(null);
            if (when == null || when.holds(node, focus)) {
                return i;
            }
        }
        return NO_FIX;
    }

    /** Whether the values around a node rest on files that were not collected. */
    private static boolean isIncomplete(Node node) {
        for (Element e = node instanceof Element ? (Element) node : node.getParent(); e != null; e = e.getParent()) {
            if (e instanceof EffectiveElement && e.element("incomplete") != null) {
                return true;
            }
        }
        return false;
    }

    private static String defaultLabel(Node node) {
        boolean isDefault =
                node instanceof EffectiveAttribute attribute && attribute.origin() instanceof Origin.Default;
        return isDefault ? node.getName() + " is not written anywhere: " + node.getText() + " by default" : "";
    }
}
