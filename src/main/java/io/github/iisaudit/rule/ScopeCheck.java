package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.SectionRules.Group;
import io.github.iisaudit.rule.Verdicts.Answer;
import io.github.iisaudit.rule.Verdicts.Condition;
import io.github.iisaudit.rule.Verdicts.Flagging;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules about sections against the scopes of one server. What they said where a scope gave the same answers is taken from
 * memory, and told of the places of this one. Not safe for use by several threads.
 */
final class ScopeCheck {

    /** That no rule of a group flags anything. */
    private static final int[] NONE = {};

    private final SectionRules rules;
    private final Verdicts.Memory memory;
    private final Map<Sighting, Verdict> verdicts = new HashMap<>();

    private final Repeats repeats;

    private Drafts drafts = new Drafts();
    private StoppedRules stopped = drafts.stopped();

    /** The root of the document of the scope at work, once it is built. */
    private @Nullable Element document;

    private int evaluations;

    /** Within the document that is looked at. */
    private Way.Places places = new Way.Places();

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

    ScopeCheck(SectionRules rules, Verdicts.Memory memory) {
        this.rules = rules;
        this.memory = memory;
        this.repeats = new Repeats(rules.questions());
    }

    /** Adds what the rules find at a scope. */
    void check(Scope scope, String server, Drafts growing) {
        Whose whose = new Whose(server, scope.computer());
        drafts = growing;
        stopped = drafts.stopped();
        document = null;
        Content content = scope.content();
        if (content != null) {
            repeats.next(rules.asked(scope), content);
            answerFunctions(scope);
        }
        for (Group group : rules.groups()) {
            if (group.concerns(scope) && holds(group, scope, content)) {
                Flagging flagging = content == null ? flagging(group, scope) : knownFlagging(group, scope);
                for (int rule : flagging.rules()) {
                    Ruling ruling = content == null ? ruling(group, rule, scope) : knownRuling(group, rule, scope);
                    Verdict verdict = content == null ? ruling.in(document(scope)) : verdict(ruling, scope, content);
                    drafts.add(verdict, whose, scope.path(), scope.owner());
                }
            }
        }
    }

    private void answerFunctions(Scope scope) {
        Asked asked = rules.asked(scope);
        for (int i = 0; i < asked.functions().size(); i++) {
            int number = rules.ofFunction(i);
            Answered.Question question = repeats.question(number);
            Object known = question == null
                    ? repeats.found(number)
                    : memory.functions().find(question);
            if (known == null) {
                Element root = document(scope);
                known = asked.functions().get(i).holds(root, Focus.in(root.getDocument()));
                memory.functions().keep(Objects.requireNonNull(question), (Boolean) known);
            }
            repeats.remember(number, known);
            repeats.answer(asked.functionsAt() + i, known);
        }
    }

    /** Whether that holds of its section without which the flags of a group need not be asked. */
    private boolean holds(Group group, Scope scope, @Nullable Content content) {
        if (group.when() < 0) {
            return true;
        } else if (content == null) {
            return condition(group, scope).holds();
        }
        return known(group.when(), memory.conditions(), group, () -> condition(group, scope))
                .holds();
    }

    /** Once a rule was stopped it is not asked again. */
    private Condition condition(Group group, Scope scope) {
        if (stopped.areAll(group.rules())) {
            return new Condition(false, 0);
        }
        Element root = document(scope);
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

    private Flagging knownFlagging(Group group, Scope scope) {
        return known(group.question(), memory.flagging(), group, () -> flagging(group, scope));
    }

    private Ruling knownRuling(Group group, int rule, Scope scope) {
        return known(group.question() + 1 + rule, memory.rulings(), group, () -> ruling(group, rule, scope));
    }

    /**
     * The answer to a question, from memory where it is there. What a group says of which a rule was stopped is that of this server, and
     * of this group, alone.
     */
    @SuppressWarnings("unchecked")
    private <A extends Answer> A known(int number, Answered<A> answers, Group group, Supplier<A> work) {
        Answered.Question question = repeats.question(number);
        A known = question == null ? (A) repeats.found(number) : answers.find(question);
        boolean isNew = known == null;
        A answer = known == null ? work.get() : known;
        pay(question, answer.steps());
        if (!isNew || !stopped.areAny(group.rules())) {
            repeats.remember(number, answer);
            if (isNew) {
                answers.keep(Objects.requireNonNull(question), answer);
            }
        }
        return answer;
    }

    /** Whether it was found on another server does not count, so that a server takes as much in whatever fleet it is. */
    private void pay(Answered.@Nullable Question question, long steps) {
        if (question != null) {
            drafts.pay(steps);
        }
    }

    private Flagging flagging(Group group, Scope scope) {
        evaluations++;
        Element root = document(scope);
        Focus focus = Focus.in(root.getDocument()).leavingGaps();
        boolean[] flagging = new boolean[group.rules().size()];
        int count = 0;
        for (Node context : group.contexts(scope, root, focus)) {
            for (int i = 0; i < flagging.length; i++) {
                Rule rule = group.rules().get(i);
                if (!flagging[i] && !nodes(rule, context, focus, scope).isEmpty()) {
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

    private Ruling ruling(Group group, int place, Scope scope) {
        evaluations++;
        places = new Way.Places();
        Element root = document(scope);
        Focus focus = Focus.in(root.getDocument()).leavingGaps();
        Rule rule = group.rules().get(place);
        List<Ruling.Found> all = new ArrayList<>();
        for (Node context : group.contexts(scope, root, focus)) {
            for (Node node : nodes(rule, context, focus, scope)) {
                flag(rule, node, focus, scope, all);
            }
        }
        return new Ruling(List.copyOf(all), focus.taken());
    }

    /** The nodes that a rule flags; none once it was stopped. */
    private List<Node> nodes(Rule rule, Node context, Focus focus, Scope scope) {
        try {
            return stopped.has(rule) ? List.of() : rule.flag().nodes(context, focus);
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, scope.path(), e);
            return List.of();
        }
    }

    private void flag(Rule rule, Node node, Focus focus, Scope scope, List<Ruling.Found> all) {
        try {
            if (Mark.of(node) != null && !stopped.has(rule)) {
                all.add(new Ruling.Found(Remark.of(rule, node, focus), Way.to(node, places)));
            }
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, scope.path(), e);
        }
    }

    private Verdict verdict(Ruling ruling, Scope scope, Content content) {
        if (ruling.all().isEmpty()) {
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

    /** How often rules had to look at a document. */
    int evaluations() {
        return evaluations;
    }
}
