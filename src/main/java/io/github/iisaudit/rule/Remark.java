package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule says of a node that it flags, wherever that was written. It holds nothing of a document. Immutable and safe for use
 * by several threads.
 *
 * @param severity at the paths of the node's scope
 * @param confidence the same, lowered where the values rest on files that were not collected
 * @param fix the place in the rule of the remedy that applies; larger than all where none does
 */
record Remark(
        Rule rule,
        Wording message,
        Wording label,
        Severity severity,
        Confidence confidence,
        List<Note> notes,
        int fix,
        Wording fixText) {

    /** What is the fix of what has none. */
    static final int NO_FIX = Integer.MAX_VALUE;

    /** Both readings are said where a value is judged as if the lock of a stock server were not there. */
    private static final Wording IF_UNLOCKED =
            Wording.of("That is so where the server unlocks this section: as on a stock"
                    + " server, IIS answers 500.19 here instead (section-locked).");

    /** The sentence of the case at a place in the rule. */
    record Note(int index, Wording sentence) {}

    /** Whether a sentence of a case differs from path to path. */
    boolean notesPaths() {
        for (Note note : notes) {
            if (note.sentence().isOfPath()) {
                return true;
            }
        }
        return false;
    }

    static Remark of(Rule rule, Node node, Focus focus) {
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
        if (isLockedIfStock(node)) {
            notes.add(new Note(rule.cases().size(), IF_UNLOCKED));
        }
        Confidence sure = isIncomplete(node) ? confidence.oneLower() : confidence;
        int fix = fix(rule, node, focus);
        Wording fixText =
                fix == NO_FIX ? Wording.EMPTY : rule.fixes().get(fix).text().wording(node, focus);
        return new Remark(rule, message, label, severity, sure, List.copyOf(notes), fix, fixText);
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

    /** Whether a node that is no error itself lies in a section that a stock server refuses. */
    private static boolean isLockedIfStock(Node node) {
        for (Element e = node instanceof Element ? (Element) node : node.getParent(); e != null; e = e.getParent()) {
            if (e.getName().equals("error")) {
                return false;
            }
            if (e instanceof EffectiveElement effective && effective.part() != null) {
                Element error = effective.element("error");
                return error != null && error.attributeValue("assumed", "").equals("true");
            }
        }
        return false;
    }

    /** Whether the values around a node rest on files that were not collected. */
    private static boolean isIncomplete(Node node) {
        for (Element e = node instanceof Element ? (Element) node : node.getParent(); e != null; e = e.getParent()) {
            if (e instanceof EffectiveElement effective
                    && effective.part() != null
                    && effective.element("incomplete") != null) {
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
