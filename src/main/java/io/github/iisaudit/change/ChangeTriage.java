package io.github.iisaudit.change;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.rule.ChangedSettings;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Since;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leaves out the findings that have nothing to do with what changed since a revision. Servers of which nothing changed are
 * not looked at again. Not safe for use by several threads.
 */
public final class ChangeTriage implements Triage {

    private final Since since;
    private final ChangedFiles changed;
    private final Map<String, ConfigSource> sources;
    private final Terms terms;
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
     * @param since what is compared with
     * @param sources all servers of the run
     */
    public ChangeTriage(Since since, ChangedFiles changed, List<ConfigSource> sources, Terms terms) {
        this.since = since;
        this.changed = changed;
        this.sources = sources.stream().collect(Collectors.toMap(ConfigSource::name, Function.identity()));
        this.terms = terms;
        this.settings = new ChangedSettings(since.revision(), terms.rules());
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
        Optional<ConfigSource> source = Optional.ofNullable(sources.get(server));
        String trouble;
        try {
            trouble = EnoughMemory.once(() ->
                    comparison = source.flatMap(it -> changed.past(it).map(past -> Comparison.of(it, past, terms))));
        } catch (CancellationException e) {
            trouble = String.valueOf(e.getMessage());
        }
        isUnjudged = !trouble.isEmpty();
        if (isUnjudged) {
            unjudged.add(new Unjudged(
                    server,
                    first.root(),
                    "not compared with " + since.revision() + ", so all findings are shown: " + trouble));
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
        notices.add("compared with " + String.join(", and with ", changed.described()) + " (" + since.typed() + ")");
        if (elsewhere > 0) {
            String are = elsewhere == 1 ? " finding elsewhere is" : " findings elsewhere are";
            notices.add(elsewhere + are + " not shown (" + since.typed() + ")");
        }
        return notices;
    }
}
