package io.github.iisaudit.history;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What rules look at, of sections and of what stands beside them. Not safe for use by several threads. */
public final class Looked {

    private static final String EVERYTHING = "";

    private final TreeSet<String> read = new TreeSet<>();
    private final Map<String, Boolean> answers = new HashMap<>();
    private List<String> sections = List.of();
    private Object known = "";

    /** Rules that look at everything are not asked: they look for errors, whatever the values are. */
    public Looked(List<Rule> rules) {
        for (Rule rule : rules) {
            if (!rule.reads().all().contains(EVERYTHING)) {
                read.addAll(rule.reads().all());
            }
            if (!rule.section().isEmpty() && !rule.section().equals("*")) {
                read.add(rule.section());
            }
        }
    }

    /** All sections of a scope, looked at or not; the same list for scopes of one schema. */
    List<String> all(Scope scope) {
        if (known != scope.sectionNames()) {
            known = scope.sectionNames();
            sections = List.copyOf(scope.sectionNames());
        }
        return sections;
    }

    /** Whether a part of a document is looked at, such as a section: it itself, what it lies in, or what lies in it. */
    boolean isLookedAt(String path) {
        return answers.computeIfAbsent(path, this::answer);
    }

    private boolean answer(String path) {
        for (String each : read) {
            String plain = each.endsWith("/**") ? each.substring(0, each.length() - "/**".length()) : each;
            if (path.equals(plain) || path.startsWith(plain + "/") || plain.startsWith(path + "/")) {
                return true;
            }
        }
        return false;
    }
}
