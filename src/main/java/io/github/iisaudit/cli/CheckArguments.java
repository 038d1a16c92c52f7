package io.github.iisaudit.cli;

import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsTriage;
import io.github.iisaudit.settings.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules run, and what counts. What is typed beats the settings. */
final class CheckArguments {

    @Option(names = "--rule", paramLabel = "ID", description = "run this rule only; repeatable")
    List<String> wanted = new ArrayList<>();

    @Option(names = "--skip-rule", paramLabel = "ID", description = "do not run this rule; repeatable")
    List<String> skipped = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Choice.OfFailOn.class,
            description = "exit with 1 from this severity on: error, warning, note or never (default: warning)")
    @Nullable
    FailOn failOn;

    @Option(
            names = "--min-severity",
            paramLabel = "SEVERITY",
            converter = Choice.OfSeverity.class,
            description = "leave out findings below: error, warning or note (default: note)")
    @Nullable
    Severity least;

    @Option(
            names = "--min-confidence",
            paramLabel = "CONFIDENCE",
            converter = Choice.OfConfidence.class,
            description = "leave out findings that are less sure: high, medium or low (default: low)")
    Confidence sure = Confidence.LOW;

    FailOn failOn(Settings settings) {
        Optional<String> stated = settings.failOn().map(Stated::value);
        FailOn otherwise =
                stated.map(it -> FailOn.valueOf(it.toUpperCase(Locale.ROOT))).orElse(FailOn.WARNING);
        return failOn == null ? otherwise : failOn;
    }

    Severity least(Settings settings) {
        Optional<String> stated = settings.minSeverity().map(Stated::value);
        Severity otherwise =
                stated.map(it -> Severity.valueOf(it.toUpperCase(Locale.ROOT))).orElse(Severity.NOTE);
        return least == null ? otherwise : least;
    }

    /** The rules that run, in order of their ids, with the severities of the settings. */
    List<Rule> rules(RuleCatalogue catalogue, Settings settings) throws UsageException {
        List<Rule> chosen = new ArrayList<>(wanted.isEmpty() ? catalogue.rules() : List.of());
        settings.skippedRules().forEach(rule -> remove(chosen, rule));
        for (Settings.Named severity : settings.severities()) {
            if (severity.value().value().equals(Keys.OFF)) {
                remove(chosen, severity.name());
            }
        }
        for (String id : wanted) {
            Rule rule = RuleArguments.find(catalogue, id);
            if (!chosen.contains(rule)) {
                chosen.add(rule);
            }
        }
        for (String id : skipped) {
            chosen.remove(RuleArguments.find(catalogue, id));
        }
        Map<String, Severity> severities = SettingsTriage.severities(settings);
        chosen.replaceAll(rule -> rule.as(severities.getOrDefault(rule.id(), rule.severity())));
        if (chosen.isEmpty()) {
            throw new UsageException(
                    "no rule is left to run: --skip-rule, or skip-rules and severities of the settings, leave"
                            + " out every one");
        }
        chosen.sort((a, b) -> a.id().compareTo(b.id()));
        return chosen;
    }

    /** The keys of the settings that switch rules off, by their ids; of those only that would run otherwise. */
    Map<String, String> switchedOff(Settings settings) {
        Map<String, String> keys = new TreeMap<>();
        for (Stated<String> rule : settings.skippedRules()) {
            keys.put(rule.value(), Keys.SKIP_RULES);
        }
        for (Settings.Named severity : settings.severities()) {
            if (severity.value().value().equals(Keys.OFF)) {
                keys.putIfAbsent(severity.name().value(), Keys.SEVERITY);
            }
        }
        keys.keySet().removeAll(skipped);
        return wanted.isEmpty() ? keys : Map.of();
    }

    private static void remove(List<Rule> chosen, Stated<String> id) {
        chosen.removeIf(rule -> rule.id().equals(id.value()));
    }
}
