package io.github.iisaudit.rule;

import io.github.iisaudit.config.Inputs;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.SectionRules.Group;
import io.github.iisaudit.rule.VerdictMemory.Beginning;
import io.github.iisaudit.rule.VerdictMemory.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules about sections against the scopes of one server. What they found where all was the same that they look at is
 * taken from memory; the document of a scope is built when that says nothing. Not safe for use by several threads.
 */
final class ScopeCheck {

    private final SectionRules rules;
    private final VerdictMemory memory;
    private final Trail trail = new Trail();

    private StoppedRules stopped = new StoppedRules();
    private @Nullable Inputs shape;
    private Beginning[] beginnings = {};

    /** The root of the document of the scope at work, once it is built. */
    private @Nullable Element document;

    private int evaluations;

    ScopeCheck(SectionRules rules, VerdictMemory memory) {
        this.rules = rules;
        this.memory = memory;
    }

    /** Adds what the rules find at a scope. */
    void check(Scope scope, String server, Drafts drafts) {
        stopped = drafts.stopped();
        document = null;
        Set<String> wanted = rules.wanted(scope);
        Inputs newShape = scope.shape(wanted);
        if (newShape != null && newShape != shape) {
            shape = newShape;
            beginnings = memory.beginnings(newShape, rules.groups().size());
        }
        List<Group> groups = rules.groups();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (SectionRules.concerns(group, scope)) {
                Verdict verdict = newShape == null ? verdict(group, scope, false) : remembered(group, scope);
                if (verdict != Verdict.NOTHING) {
                    drafts.add(verdict, server, scope.path());
                }
            }
        }
    }

    private Verdict remembered(Group group, Scope scope) {
        Way way = new Way(beginnings[group.index()], scope);
        Verdict known = memory.recall(way);
        if (known != null) {
            return known;
        }
        Verdict verdict = verdict(group, scope, true);
        if (!stopped.areAny(group.rules())) {
            memory.keep(way, trail.parts(), verdict);
        }
        return verdict;
    }

    private Verdict verdict(Group group, Scope scope, boolean isForOthers) {
        evaluations++;
        Element root = document(scope);
        Focus alone = Focus.in(root.getDocument());
        Focus focus = isForOthers ? alone.leavingGaps() : alone;
        List<? extends Node> contexts = SectionRules.contexts(group, scope, root, focus);
        List<Flagged> all = new ArrayList<>();
        trail.start();
        for (Node context : contexts) {
            for (Rule rule : group.rules()) {
                flag(rule, context, focus, scope.path(), all);
            }
        }
        trail.stop();
        return Verdict.of(all);
    }

    private void flag(Rule rule, Node context, Focus focus, String path, List<Flagged> all) {
        if (!stopped.has(rule)) {
            try {
                Flagged.addAll(rule, rule.flag().nodes(context, focus), focus, all);
            } catch (TooManyStepsException e) {
                stopped.atPath(rule, path, e);
            }
        }
    }

    /** Paths that begin with a slash need a document around the root element. */
    private Element document(Scope scope) {
        Element root = document;
        if (root == null) {
            root = scope.document(rules.wanted(scope), trail);
            if (root.getDocument() == null) {
                DocumentHelper.createDocument(root);
            }
            document = root;
        }
        return root;
    }

    /** How often a group of rules had to look at a document. */
    int evaluations() {
        return evaluations;
    }
}
