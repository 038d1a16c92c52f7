package io.github.iisaudit.rule;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.SectionRules.Group;
import io.github.iisaudit.rule.Verdicts.Condition;
import io.github.iisaudit.rule.Verdicts.Flagging;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** Holds groups of rules against the document of one scope, whatever is remembered of others. */
final class Evaluation {

    /** That no rule of a group flags anything. */
    private static final int[] NONE = {};

    /** What a remark takes to be worded and kept until it is reported. */
    private static final int REMARK = 150;

    private final SectionRules rules;
    private final Scope scope;
    private final StoppedRules stopped;

    /** The root of the document, once it is built. */
    private @Nullable Element document;

    private int evaluations;

    /** Within the document that is looked at. */
    private Way.Places places = new Way.Places();

    Evaluation(SectionRules rules, Scope scope, StoppedRules stopped) {
        this.rules = rules;
        this.scope = scope;
        this.stopped = stopped;
    }

    /** Once a rule was stopped it is not asked again. */
    Condition condition(Group group) {
        if (stopped.areAll(group.rules())) {
            return new Condition(false, 0);
        }
        Element root = document();
        Focus focus = Focus.in(root.getDocument());
        boolean holds = false;
        try {
            for (Node section : group.contexts(scope, root, focus)) {
                holds |= group.condition().holds(section, focus);
            }
        } catch (TooManyStepsException e) {
            for (Rule rule : group.rules()) {
                stopped.atPath(rule, scope.path(), e);
            }
        }
        return new Condition(holds, focus.taken());
    }

    Flagging flagging(Group group) {
        evaluations++;
        Element root = document();
        Focus focus = Focus.in(root.getDocument()).leavingGaps();
        boolean[] flagging = new boolean[group.rules().size()];
        int count = 0;
        for (Node context : group.contexts(scope, root, focus)) {
            for (int i = 0; i < flagging.length; i++) {
                Rule rule = group.rules().get(i);
                if (!flagging[i] && !nodes(rule, context, focus).isEmpty()) {
                    flagging[i] = true;
                    count++;
                }
            }
        }
        return new Flagging(count == 0 ? NONE : places(flagging, count), focus.taken());
    }

    private static int[] places(boolean[] are, int count) {
        int[] places = new int[count];
        for (int i = 0, next = 0; i < are.length; i++) {
            if (are[i]) {
                places[next++] = i;
            }
        }
        return places;
    }

    Ruling ruling(Group group, int place) {
        evaluations++;
        places = new Way.Places();
        Element root = document();
        Focus focus = Focus.in(root.getDocument()).leavingGaps();
        Rule rule = group.rules().get(place);
        List<Ruling.Found> all = new ArrayList<>();
        for (Node context : group.contexts(scope, root, focus)) {
            for (Node node : nodes(rule, context, focus)) {
                flag(rule, node, focus, all);
            }
        }
        return new Ruling(List.copyOf(all), focus.taken() + (long) REMARK * all.size());
    }

    /** The nodes that a rule flags; none once it was stopped. */
    private List<Node> nodes(Rule rule, Node context, Focus focus) {
        try {
            return stopped.has(rule) ? List.of() : rule.flag().nodes(context, focus);
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, scope.path(), e);
            return List.of();
        }
    }

    private void flag(Rule rule, Node node, Focus focus, List<Ruling.Found> all) {
        try {
            if (Mark.of(node) != null && !stopped.has(rule)) {
                all.add(new Ruling.Found(Remark.of(rule, node, focus), Way.to(node, places)));
            }
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, scope.path(), e);
        }
    }

    /** Paths that begin with a slash need a document around the root element. */
    Element document() {
        Element root = document;
        if (root == null) {
            root = scope.document(Set.copyOf(rules.asked(scope).sections()));
            if (root.getDocument() == null) {
                DocumentHelper.createDocument(root);
            }
            document = root;
        }
        return root;
    }

    /** How often rules had to look at a document. */
    int evaluations() {
        return evaluations;
    }
}
