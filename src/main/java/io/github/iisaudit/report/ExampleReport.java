package io.github.iisaudit.report;

import io.github.iisaudit.rule.ExampleRunner;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Rule.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the examples of some rules.
 *
 * @param rules how many rules there are
 * @param examples how many examples they have
 * @param failures the examples that do not do what they say, in the order of the rules
 */
public record ExampleReport(int rules, int examples, List<Failure> failures) {

    /**
     * An example that does not do what it says.
     *
     * @param place {@code file:line} in the rule file
     * @param reason a sentence that names the example
     */
    public record Failure(String place, String rule, String reason) {}

    /**
     * Runs all examples.
     *
     * @param others rules that examples of rules about suppressions may name
     */
    public static ExampleReport run(List<Rule> rules, List<Rule> others) {
        int examples = 0;
        List<Failure> failures = new ArrayList<>();
        for (Rule rule : rules) {
            for (Example example : rule.examples()) {
                String place = rule.file() + ":" + example.ruleLine();
                ExampleRunner.failure(rule, example, others)
                        .ifPresent(reason -> failures.add(new Failure(place, rule.id(), reason)));
                examples++;
            }
        }
        return new ExampleReport(rules.size(), examples, List.copyOf(failures));
    }

    /** Whether all examples do what they say. */
    public boolean isClean() {
        return failures.isEmpty();
    }

    /** A paragraph for each failure, its first line as editors read it, and a closing line. */
    public String text(Presentation presentation) {
        Page page = new Page(presentation.width());
        for (Failure failure : failures) {
            page.line(Glyphs.clean(failure.place() + ": " + failure.rule()));
            page.wrapped("  ", failure.reason()).gap();
        }
        String closing = Plural.of(rules, "rule") + ", " + Plural.of(examples, "example") + ": ";
        return page.line(closing + failures.size() + " failed").toString();
    }
}
