package io.github.iisaudit.rule;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.xml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the examples of rules through the same steps as an audit, each under its own rule only. A rule about suppressions
 * has something to say of others' findings: with it run those rules that its example names.
 */
public final class ExampleRunner {

    private ExampleRunner() {}

    /**
     * Runs one example.
     *
     * @param others rules that the example may name, if its rule is about suppressions
     * @return what is wrong with it, in a sentence; empty if the rule does what the example says
     */
    public static Optional<String> failure(Rule rule, Rule.Example example, List<Rule> others) {
        List<Finding> findings = findings(rule, example, others);
        String name = (example.isBad() ? "bad" : "good") + " example '" + example.name() + "'";
        if (findings.isEmpty()) {
            return example.isBad() ? Optional.of(name + ": the rule finds nothing") : Optional.empty();
        }
        for (Finding finding : findings) {
            Optional<String> mistake = mistake(example, finding.place());
            if (mistake.isPresent()) {
                return Optional.of(name + mistake.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mistake(Rule.Example example, Finding.Place place) {
        String marked = text(place, example.files().getOrDefault(place.file(), ""));
        String where = "the finding points at '" + marked + "' (" + place.file() + ":" + place.line() + ")";
        if (!example.isBad()) {
            return Optional.of(": " + where);
        } else if (!example.marks().isEmpty() && !example.marks().equals(marked)) {
            return Optional.of(" marks '" + example.marks() + "' but " + where);
        } else if (example.line() > 0 && example.line() != place.line()) {
            return Optional.of(" marks line " + example.line() + " but " + where);
        }
        return Optional.empty();
    }

    /** What a rule finds in one of its examples. */
    static List<Finding> findings(Rule rule, Rule.Example example, List<Rule> others) {
        ConfigSource source = ExampleSource.published(example.files());
        ServerConfiguration configuration = ServerConfiguration.read(source).beside(ExampleDirectory.of(example));
        List<Rule> running = running(rule, example, others);
        Checker checker = new Checker(running, source.name(), source.root());
        // In this order: which files there are is known after the scopes.
        configuration.forEachScope(checker::check);
        configuration.writtenFiles().forEach(checker::check);
        Triage triage = ExampleWaivers.of(example, running);
        List<Finding> findings = new ArrayList<>();
        checker.findings().forEach(finding -> triage.judge(finding).ifPresent(findings::add));
        findings.addAll(triage.close());
        findings.addAll(ExampleChanges.findings(example, running));
        findings.addAll(ExampleFleet.findings(example, running));
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule) && !finding.isSuppressed())
                .toList();
    }

    private static List<Rule> running(Rule rule, Rule.Example example, List<Rule> others) {
        List<Rule> running = new ArrayList<>(List.of(rule));
        if (rule.subject() == Rule.Subject.SUPPRESSION) {
            others.stream()
                    .filter(other ->
                            !other.id().equals(rule.id()) && example.text().contains(other.id()))
                    .forEach(running::add);
        }
        return running;
    }

    /** The text between two places of a file, read from the file itself and not from what the finding repeats of it. */
    private static String text(Finding.Place place, String content) {
        SourceText source = new SourceText(place.file(), content);
        if (place.line() == place.endLine()) {
            return source.lineText(place.line()).substring(place.column() - 1, place.endColumn() - 1);
        }
        StringBuilder text = new StringBuilder(source.lineText(place.line()).substring(place.column() - 1));
        for (int line = place.line() + 1; line < place.endLine(); line++) {
            text.append('\n').append(source.lineText(line));
        }
        String last = source.lineText(place.endLine());
        return text.append('\n').append(last, 0, place.endColumn() - 1).toString();
    }
}
