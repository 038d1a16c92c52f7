package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that took more steps on a server than any may. Once one has, it is not asked again, and nothing is said of what it found
 * before: which path comes first must not decide what is reported. Not safe for use by several threads.
 */
public final class StoppedRules {

    /**
     * A rule that was stopped.
     *
     * @param rule its id
     * @param file the written file that it looked at; empty where it looked at a path
     * @param reason in words
     */
    public record Stopped(String rule, String file, String reason) {}

    private final Map<String, Stopped> byRule = new LinkedHashMap<>();

    boolean has(Rule rule) {
        return byRule.containsKey(rule.id());
    }

    /** Whether one of some rules was stopped. */
    boolean areAny(List<Rule> rules) {
        if (byRule.isEmpty()) {
            return false;
        }
        for (Rule rule : rules) {
            if (has(rule)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of some rules were stopped. */
    boolean areAll(List<Rule> rules) {
        for (Rule rule : rules) {
            if (!has(rule)) {
                return false;
            }
        }
        return true;
    }

    /** A rule was stopped at a configuration path. */
    void atPath(Rule rule, String path, TooManyStepsException why) {
        String place = path.isEmpty() ? "the server level" : path;
        add(rule, "", "rule " + rule.id() + " was stopped at " + place + ": " + why.getMessage());
    }

    /** A rule was stopped in a file. */
    void inFile(Rule rule, String file) {
        String reason = "rule " + rule.id() + " was stopped here: " + new TooManyStepsException().getMessage();
        add(rule, file, reason);
    }

    private void add(Rule rule, String file, String reason) {
        byRule.putIfAbsent(rule.id(), new Stopped(rule.id(), file, reason));
    }

    List<Stopped> all() {
        return new ArrayList<>(byRule.values());
    }
}
