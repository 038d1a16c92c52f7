package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** A finding that grows: one rule at one place, while more configuration paths that it reaches come in. */
final class Draft {

    /** A place in a file, the same for the same file read twice; offsets are not those of one text. */
    record Place(String file, int line, int column) {}

    final Rule rule;
    final Mark mark;
    final String message;
    final String label;

    /** The overridden places of all paths, each once. */
    final Map<Place, Origin.Written> via = new LinkedHashMap<>();

    final ReachedPaths paths = new ReachedPaths();

    /** The paths of each sentence, by the place of its case in the rule. */
    final Map<Integer, Map<String, ReachedPaths>> notes = new TreeMap<>();

    Severity severity = Severity.NOTE;
    Confidence confidence = Confidence.LOW;
    /** The comment that suppresses it; null where there is none. */
    @Nullable
    IgnoreComment suppressedBy;

    private int fix = Integer.MAX_VALUE;
    String fixText = "";

    Draft(Rule rule, Mark mark, Node node, Focus focus) {
        this.rule = rule;
        this.mark = mark;
        this.message = rule.message().render(node, focus);
        this.label = rule.label().isEmpty() ? defaultLabel(node) : rule.label().render(node, focus);
    }

    /** Adds what a flagged node says of some paths. The worst severity and the surest confidence win. */
    void add(Node node, Mark at, List<String> reached, Focus focus) {
        paths.add(reached);
        for (Origin.Written written : at.via()) {
            Span span = written.span();
            via.putIfAbsent(new Place(span.path(), span.line(), span.column()), written);
        }
        Severity severityHere = rule.severity();
        Confidence confidenceHere = rule.confidence();
        int index = 0;
        for (Rule.Case it : rule.cases()) {
            if (it.when().holds(node, focus)) {
                severityHere = it.severity().orElse(severityHere);
                confidenceHere = it.confidence().orElse(confidenceHere);
                note(index, it.message().render(node, focus), reached);
            }
            index++;
        }
        severity = severity.isAtLeast(severityHere) ? severity : severityHere;
        boolean isSurer = confidenceHere.compareTo(confidence) < 0;
        Confidence sure = isSurer && isIncomplete(node) ? confidenceHere.oneLower() : confidenceHere;
        confidence = confidence.compareTo(sure) <= 0 ? confidence : sure;
        fix(node, focus);
    }

    private void note(int index, String sentence, List<String> reached) {
        if (!sentence.isEmpty()) {
            notes.computeIfAbsent(index, i -> new LinkedHashMap<>())
                    .computeIfAbsent(sentence, s -> new ReachedPaths())
                    .add(reached);
        }
    }

    /** Of the paths' remedies the one that the rule names first: rules put the one that needs most care first. */
    private void fix(Node node, Focus focus) {
        List<Rule.Fix> fixes = rule.fixes();
        for (int i = 0; i < Math.min(fix, fixes.size()); i++) {
            Rule.Fix it = fixes.get(i);
            if (it.when().isEmpty() || it.when().get().holds(node, focus)) {
                fix = i;
                fixText = it.text().render(node, focus);
            }
        }
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
