package io.github.iisaudit.rule;

import java.util.List;

/**
 * Rules, and what they found so far wherever it may come up again: on other paths, and on other servers of one audit. Safe for use by
 * several threads.
 */
public final class Verdicts {

    private final List<Rule> rules;
    private final SectionRules sections;
    private final FileRules files;
    private final Memory memory = new Memory(new Answered<>(), new Answered<>(), new Answered<>(), new Answered<>());

    /**
     * What was found of scopes that gave the same answers.
     *
     * @param functions what functions said that rules ask
     * @param conditions whether that holds of a section without which rules have nothing to say
     * @param flagging which rules of a group flag anything
     * @param rulings what one rule says
     */
    record Memory(
            Answered<Boolean> functions,
            Answered<Condition> conditions,
            Answered<Flagging> flagging,
            Answered<Ruling> rulings) {}

    /** What was found, and what it takes to find that out. */
    interface Answer {

        long steps();
    }

    /** Whether a condition holds. */
    record Condition(boolean holds, long steps) implements Answer {}

    /**
     * Which rules of a group flag anything.
     *
     * @param rules their places in it
     */
    record Flagging(int[] rules, long steps) implements Answer {}

    /** Rules that have found nothing yet. */
    public Verdicts(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.sections = new SectionRules(rules);
        this.files = new FileRules(rules);
    }

    /** The rules, in the order in which they were given. */
    public List<Rule> rules() {
        return rules;
    }

    FileRules files() {
        return files;
    }

    /** A check of the scopes of one server. */
    ScopeCheck scopes() {
        return new ScopeCheck(sections, memory);
    }
}
