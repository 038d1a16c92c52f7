package io.github.iisaudit.change;

import io.github.iisaudit.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which parts of an effective document a rule looks at, as far as its expressions name them. */
final class Looks {

    private static final String SCOPE = "/scope/";
    private static final String BESIDE = "../";

    private Looks() {}

    /** The paths of elements below the root: of sections, of the site, of the pool. Empty for a rule about files or all sections. */
    static Set<String> of(Rule rule) {
        if (rule.subject() != Rule.Subject.PATH
                || rule.section().isEmpty()
                || rule.section().equals("*")) {
            return Set.of();
        }
        Set<String> parts = new LinkedHashSet<>(List.of(rule.section()));
        String around = rule.section().substring(0, rule.section().lastIndexOf('/') + 1);
        for (String expression : expressions(rule)) {
            names(expression, SCOPE).forEach(parts::add);
            names(expression, BESIDE).forEach(name -> parts.add(around + name));
        }
        return parts;
    }

    private static List<String> expressions(Rule rule) {
        return Stream.of(
                        rule.when().stream(),
                        Stream.of(rule.flag()),
                        rule.cases().stream().map(Rule.Case::when),
                        rule.fixes().stream().flatMap(fix -> fix.when().stream()))
                .flatMap(expressions -> expressions)
                .map(Object::toString)
                .toList();
    }

    /** What stands after a prefix, each time, as far as it is names of elements. */
    private static List<String> names(String expression, String prefix) {
        List<String> names = new ArrayList<>();
        for (int at = expression.indexOf(prefix); at >= 0; at = expression.indexOf(prefix, at + 1)) {
            int start = at + prefix.length();
            int end = start;
            while (end < expression.length() && isInPath(expression.charAt(end))) {
                end++;
            }
            String path = expression.substring(start, end).replaceAll("[/.]+$", "");
            if (!path.isEmpty()) {
                names.add(path);
            }
        }
        return names;
    }

    private static boolean isInPath(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '-' || c == '_';
    }
}
