package io.github.iisaudit.change;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.rule.ChangedSettings;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.ConfigSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leaves out the findings that have nothing to do with what changed since a revision. Servers of which nothing changed are
 * not looked at again. Not safe for use by several threads.
 */
public final class ChangeTriage implements Triage {

    private final String revision;
    private final ChangedFiles changed;
    private final Map<String, ConfigSource> sources;
    private final List<Rule> rules;
    private final Collection<String> known;
    private final ChangedSettings settings;
    private final Map<ServerRoot, Map<Finding.Place, ChangedSetting>> comments = new LinkedHashMap<>();
    private String server = "";
    private Optional<Comparison> comparison = Optional.empty();
    private final List<Unjudged> unjudged = new ArrayList<>();
    private boolean isUnjudged;
    private int elsewhere;

    /**
     * A triage for one run.
     *
     * @param revision as the user typed it
     * @param sources all servers of the run
     * @param rules those that run
     * @param known the ids of all rules there are
     */
    public ChangeTriage(
            String revision,
            ChangedFiles changed,
            List<ConfigSource> sources,
            List<Rule> rules,
            Collection<String> known) {
        this.revision = revision;
        this.changed = changed;
        this.sources = sources.stream().collect(Collectors.toMap(ConfigSource::name, Function.identity()));
        this.rules = List.copyOf(rules);
        this.known = List.copyOf(known);
        this.settings = new ChangedSettings(revision, rules);
    }

    @Override
    public Optional<Finding> judge(Finding finding) {
        if (finding.server().isEmpty()) {
            return Optional.of(finding); // said of the settings of the run, not of a server
        }
        if (!finding.server().equals(server)) {
            server = finding.server();
            compare(finding);
        }
        if (isUnjudged) {
            return Optional.of(finding);
        }
        Optional<Finding> kept = comparison.flatMap(it -> it.changed(finding));
        kept.flatMap(it -> comparison.flatMap(c -> c.newComment(it)))
                .ifPresent(it -> comments.computeIfAbsent(
                                new ServerRoot(finding.server(), finding.root()), s -> new LinkedHashMap<>())
                        .putIfAbsent(it, ChangedSetting.comment(it)));
        if (kept.isEmpty() && finding.isReported()) {
            elsewhere++;
        }
        return kept;
    }

    /** Where a server takes too much, which findings are of the change is not known: none is left out then. */
    private void compare(Finding first) {
        comparison = Optional.empty();
        ConfigSource source = sources.get(server);
        if (source == null) {
            isUnjudged = false;
            return;
        }
        String trouble = EnoughMemory.once(
                () -> comparison = changed.past(source).map(past -> new Comparison(source, past, rules, known)));
        isUnjudged = !trouble.isEmpty();
        if (isUnjudged) {
            unjudged.add(new Unjudged(
                    server, first.root(), "not compared with " + revision + ", so all findings are shown: " + trouble));
        }
    }

    private record ServerRoot(String server, String root) {}

    /** The comments by which the change suppresses findings. */
    @Override
    public List<Finding> close() {
        List<Finding> found = new ArrayList<>();
        comments.forEach((at, places) -> found.addAll(settings.findings(at.server, at.root, places.values())));
        return found;
    }

    @Override
    public List<Unjudged> unjudged() {
        return List.copyOf(unjudged);
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        notices.add("compared with commit " + String.join(", ", changed.commits()) + " (--since " + revision + ")");
        if (elsewhere > 0) {
            String are = elsewhere == 1 ? " finding elsewhere is" : " findings elsewhere are";
            notices.add(elsewhere + are + " not shown (--since " + revision + ")");
        }
        return notices;
    }
}
