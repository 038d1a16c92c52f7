package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings and the baseline of an example, and what they were: the same files in the folder {@code since}. */
final class ExampleChanges {

    private static final String THEN = "since/";

    private static final Map<String, ChangedSetting.Kind> KINDS =
            Map.of(".iisaudit.yml", ChangedSetting.Kind.SETTINGS, ".iisaudit-baseline", ChangedSetting.Kind.BASELINE);

    private ExampleChanges() {}

    /** What the rules about changes find in an example. */
    static List<Finding> findings(Rule.Example example, List<Rule> rules) {
        List<ChangedSetting> changed = new ArrayList<>();
        KINDS.forEach((file, kind) -> ChangedSetting.between(
                        kind, file, text(example, THEN + file), text(example, file), false)
                .ifPresent(changed::add));
        return new ChangedSettings("origin/main", rules).findings(changed);
    }

    private static Optional<String> text(Rule.Example example, String file) {
        return Optional.ofNullable(example.files().get(file));
    }
}
