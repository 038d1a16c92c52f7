package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.SectionRules.Group;
import io.github.iisaudit.rule.Verdicts.Answer;
import io.github.iisaudit.rule.Verdicts.Flagging;
import io.github.iisaudit.xpath.Focus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules about sections against the scopes of one server. What they said where a scope gave the same answers is taken from
 * memory, and told of the places of this one. Not safe for use by several threads.
 */
final class ScopeCheck {

    private final SectionRules rules;
    private final Verdicts.Memory memory;
    private final Map<Sighting, Verdict> verdicts = new HashMap<>();

    private final Repeats repeats;
    private int evaluations;

    private Drafts drafts = new Drafts();
    private StoppedRules stopped = drafts.stopped();

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
        Evaluation evaluation = new Evaluation(rules, scope, stopped);
        Content content = scope.content();
        if (content != null) {
            repeats.next(rules.asked(scope), content);
            answerFunctions(rules.asked(scope), evaluation);
        }
        for (Group group : rules.groups()) {
            if (group.concerns(scope) && holds(group, evaluation, content)) {
                Flagging flagging = content == null ? evaluation.flagging(group) : knownFlagging(group, evaluation);
                for (int rule : flagging.rules()) {
                    Ruling ruling =
                            content == null ? evaluation.ruling(group, rule) : knownRuling(group, rule, evaluation);
                    Verdict verdict =
                            content == null ? ruling.in(evaluation.document()) : verdict(ruling, evaluation, content);
                    if (verdict != Verdict.NOTHING) {
                        drafts.add(verdict, whose, scope.path(), scope.owner());
                    }
                }
            }
        }
        evaluations += evaluation.evaluations();
    }

    private void answerFunctions(Asked asked, Evaluation evaluation) {
        for (int i = 0; i < asked.functions().size(); i++) {
            int number = rules.ofFunction(i);
            Answered.Question question = repeats.question(number);
            Object known = question == null
                    ? repeats.found(number)
                    : memory.functions().find(question);
            if (known == null) {
                Element root = evaluation.document();
                known = asked.functions().get(i).holds(root, Focus.in(root.getDocument()));
                memory.functions().keep(Objects.requireNonNull(question), (Boolean) known);
            }
            repeats.remember(number, known);
            repeats.answer(asked.functionsAt() + i, known);
        }
    }

    /** Whether that holds of its section without which the flags of a group need not be asked. */
    private boolean holds(Group group, Evaluation evaluation, @Nullable Content content) {
        if (group.when() < 0) {
            return true;
        } else if (content == null) {
            return evaluation.condition(group).holds();
        }
        return known(group.when(), memory.conditions(), group, () -> evaluation.condition(group))
                .holds();
    }

    private Flagging knownFlagging(Group group, Evaluation evaluation) {
        return known(group.question(), memory.flagging(), group, () -> evaluation.flagging(group));
    }

    private Ruling knownRuling(Group group, int rule, Evaluation evaluation) {
        return known(group.question() + 1 + rule, memory.rulings(), group, () -> evaluation.ruling(group, rule));
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

    private Verdict verdict(Ruling ruling, Evaluation evaluation, Content content) {
        if (ruling.all().isEmpty()) {
            return Verdict.NOTHING;
        }
        Sighting sighting = new Sighting(ruling, ruling.at(content));
        Verdict known = verdicts.get(sighting);
        if (known == null) {
            known = ruling.in(evaluation.document());
            drafts.place(known);
            verdicts.put(sighting, known);
        }
        return known;
    }

    /** How often rules had to look at a document. */
    int evaluations() {
        return evaluations;
    }
}
