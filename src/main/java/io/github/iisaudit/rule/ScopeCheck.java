package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.SectionRules.Asked;
import io.github.iisaudit.rule.SectionRules.Group;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules about sections against the scopes of one server. What they said where a scope gave the same answers is taken from
 * memory, and told of the places of this one. Not safe for use by several threads.
 */
final class ScopeCheck {

    private final SectionRules rules;
    private final Rulings memory;
    private final Map<Sighting, Verdict> verdicts = new HashMap<>();

    /** What the last scope answered, and what each group of rules said of it. */
    private Object[] lastAnswers = {};

    private final @Nullable Ruling[] lastRulings;

    private StoppedRules stopped = new StoppedRules();

    /** The root of the document of the scope at work, once it is built. */
    private @Nullable Element document;

    private int evaluations;

    /** A ruling about what stands in some places of this server. */
    private record Sighting(Ruling ruling, List<Object> at) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sighting sighting && ruling == sighting.ruling && at.equals(sighting.at);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(ruling) + at.hashCode();
        }
    }

    ScopeCheck(SectionRules rules, Rulings memory) {
        this.rules = rules;
        this.memory = memory;
        this.lastRulings = new Ruling[rules.groups().size()];
    }

    /** Adds what the rules find at a scope. */
    void check(Scope scope, String server, Drafts drafts) {
        Whose whose = new Whose(server, scope.computer());
        stopped = drafts.stopped();
        document = null;
        Content content = scope.content();
        Asked asked = rules.asked(scope);
        Object[] answers = content == null ? new Object[0] : asked.answers(content);
        for (Group group : rules.groups()) {
            if (group.concerns(scope)) {
                Verdict verdict = content == null
                        ? ruling(group, scope).in(document(scope))
                        : verdict(ruling(group, scope, content, answers), scope, content);
                if (verdict != Verdict.NOTHING) {
                    drafts.add(verdict, whose, scope.path(), scope.owner());
                }
            }
        }
        lastAnswers = answers;
    }

    private Ruling ruling(Group group, Scope scope, Content content, Object[] answers) {
        int[] places = rules.asked(scope).ofGroups()[group.index()];
        Ruling last = lastRulings[group.index()];
        Ruling ruling = last != null && isAsLast(answers, places) ? last : remembered(group, scope, content, answers);
        lastRulings[group.index()] = ruling;
        return ruling;
    }

    private boolean isAsLast(Object[] answers, int[] places) {
        for (int place : places) {
            if (!answers[place].equals(lastAnswers[place])) {
                return false;
            }
        }
        return true;
    }

    private Ruling remembered(Group group, Scope scope, Content content, Object[] answers) {
        int[] places = rules.asked(scope).ofGroups()[group.index()];
        Object[] own = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            own[i] = answers[places[i]];
        }
        Rulings.Question question = new Rulings.Question(content.schema(), group.index(), own);
        Ruling known = memory.find(question);
        if (known == null) {
            known = ruling(group, scope);
            if (!stopped.areAny(group.rules())) {
                memory.keep(question, known);
            }
        }
        return known;
    }

    private Ruling ruling(Group group, Scope scope) {
        evaluations++;
        Element root = document(scope);
        Focus focus = Focus.in(root.getDocument()).leavingGaps();
        List<Ruling.Found> all = new ArrayList<>();
        for (Node context : group.contexts(scope, root, focus)) {
            for (Rule rule : group.rules()) {
                if (!stopped.has(rule)) {
                    flag(rule, context, focus, scope.path(), all);
                }
            }
        }
        return all.isEmpty() ? Ruling.NOTHING : new Ruling(List.copyOf(all));
    }

    private void flag(Rule rule, Node context, Focus focus, String path, List<Ruling.Found> all) {
        try {
            for (Node node : rule.flag().nodes(context, focus)) {
                if (Mark.of(node) != null) {
                    all.add(new Ruling.Found(Remark.of(rule, node, focus), Way.to(node)));
                }
            }
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, path, e);
        }
    }

    private Verdict verdict(Ruling ruling, Scope scope, Content content) {
        if (ruling == Ruling.NOTHING) {
            return Verdict.NOTHING;
        }
        Sighting sighting = new Sighting(ruling, ruling.at(content));
        Verdict known = verdicts.get(sighting);
        if (known == null) {
            known = ruling.in(document(scope));
            verdicts.put(sighting, known);
        }
        return known;
    }

    /** Paths that begin with a slash need a document around the root element. */
    private Element document(Scope scope) {
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

    /** How often a group of rules had to look at a document. */
    int evaluations() {
        return evaluations;
    }
}
