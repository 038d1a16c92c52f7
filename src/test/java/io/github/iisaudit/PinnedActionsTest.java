package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Actions of others are named by commit, with the version beside it: whoever moves a tag changes nothing here. */
class PinnedActionsTest {

    private static final Pattern USES = Pattern.compile("(?m)^[\\s-]*uses:\\s*(.*)$");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final String OWN = "OWNER/iisaudit@COMMIT";

    @Test
    void everyActionIsNamedByItsCommit() throws IOException {
        List<String> actions = actions();
        assertThat(actions)
                .hasSizeGreaterThan(5)
                .allSatisfy(action -> assertThat(action)
                        .matches(named ->
                                named.equals(OWN) || PINNED.matcher(named).matches()));
    }

    /** Two commits for one version: one of them is not what it says. */
    @Test
    void anActionIsTheSameEverywhere() throws IOException {
        List<String> names = actions().stream()
                .distinct()
                .map(action -> action.substring(0, action.indexOf('@')))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static List<String> actions() throws IOException {
        List<String> actions = new ArrayList<>();
        for (Path file : files()) {
            Matcher uses = USES.matcher(Files.readString(file));
            while (uses.find()) {
                actions.add(uses.group(1).strip());
            }
        }
        return actions;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> workflows = Files.walk(Path.of(".github"))) {
            return Stream.of(docs, workflows, Stream.of(Path.of("README.md"), Path.of("action.yml")))
                    .flatMap(files -> files)
                    .filter(file -> file.toString().matches(".*\\.(md|ya?ml)"))
                    .toList();
        }
    }
}
