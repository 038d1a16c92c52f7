package io.github.iisaudit.rule;

import io.github.iisaudit.config.Memory;
import java.util.List;

/**
 * Rules, and what they found so far wherever it may come up again: on other paths, and on other servers of one audit. Safe for use by
 * several threads.
 */
public final class Verdicts {

    private final List<Rule> rules;
    private final SectionRules sections;
    private final FileRules files;
    private final VerdictMemory memory;

    /** Rules that have found nothing yet. */
    public Verdicts(List<Rule> rules) {
        this(rules, new Memory<>());
    }

    /** @param memory empty, for what they find */
    public Verdicts(List<Rule> rules, Memory<Object> memory) {
        this.memory = new VerdictMemory(memory);
        this.rules = List.copyOf(rules);
        this.sections = new SectionRules(rules);
        this.files = new FileRules(rules);
    }

    List<Rule> rules() {
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
