package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.util.List;
import java.util.Optional;

/** What questions and answers are made of. */
final class Asked {

    private Asked() {}

    static Change change(Optional<String> identity, String... settings) {
        try {
            return Change.parse(List.of(settings), identity);
        } catch (InvalidChangeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Rule> rules() {
        try {
            return RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains)
                    .rules();
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is answered for one path. */
    static ApplicationAnswer at(ServerAnswer answer, String path) {
        return answer.applications().stream()
                .filter(a -> a.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer for " + path + ": " + answer.applications()));
    }
}
