package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.report.RuleMarkdown;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in docs/rules say what the rules say. */
class RuleDocumentationTest {

    private static final Path FOLDER = Path.of("docs/rules");

    private static List<Rule> rules() throws RuleException {
        return RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules();
    }

    @Test
    void everyRuleHasItsPageAndNoneIsStale(@TempDir Path empty) throws IOException {
        new GeneratedPages(FOLDER, List.of("rules", "docs")).areCurrent(empty);
    }

    @Test
    void everyPageIsComplete() throws RuleException {
        for (Rule rule : rules()) {
            assertThat(RuleMarkdown.page(rule))
                    .as(rule.id())
                    .containsSubsequence(
                            "# " + rule.id(),
                            "\n## What happens\n",
                            "\n## Who notices\n",
                            "\n## How to be sure\n",
                            "\n## What to do\n",
                            "\n## Read more\n",
                            "\n## Found: ",
                            "\n## Not found: ");
        }
    }
}
