package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.report.RuleMarkdown;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in docs/rules say what the rules say. */
class RuleDocumentationTest {

    private static final Path FOLDER = Path.of("docs/rules");
    private static final String WRITE_AGAIN =
            "write the pages again: mvn -q -DskipTests package && java -jar target/iisaudit.jar rules docs docs/rules";

    private static List<Rule> rules() throws RuleException {
        return RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules();
    }

    private static Map<String, String> expected() throws RuleException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", RuleMarkdown.index(rules()));
        rules().forEach(rule -> pages.put(rule.id() + ".md", RuleMarkdown.page(rule)));
        return pages;
    }

    @Test
    void everyRuleHasItsPageAndEveryPageItsRule() throws Exception {
        assertThat(FOLDER).as(WRITE_AGAIN).isDirectory();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as(WRITE_AGAIN + "; delete pages of rules that are gone")
                    .containsExactlyInAnyOrderElementsOf(expected().keySet());
        }
    }

    @Test
    void noPageIsStale() throws RuleException, IOException {
        for (Map.Entry<String, String> page : expected().entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            assertThat(file).as(WRITE_AGAIN).exists();
            // A checkout on Windows may have other line ends.
            String written = Files.readString(file).replace("\r\n", "\n");
            assertThat(written.equals(page.getValue()))
                    .as(file + " is stale; " + WRITE_AGAIN)
                    .isTrue();
        }
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
