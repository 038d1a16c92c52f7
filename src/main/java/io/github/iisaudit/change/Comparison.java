package io.github.iisaudit.change;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Suppressions;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.PastSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One server as it is and as it was. A finding has to do with the change where what it points at changed, where it was not
 * there before or said something else, and at the paths where IIS sees other values than before in what the rule looks at.
 */
final class Comparison {

    private record Key(String rule, String file, String anchor) {}

    private final ChangedPlaces places;
    private final PartValues now;
    private final PartValues then;
    private final Map<Rule, Set<String>> looks = new IdentityHashMap<>();
    private final Map<Key, List<Finding>> before = new HashMap<>();

    /**
     * Audits a server as it was, and resolves it as it is.
     *
     * @param known the ids of all rules there are
     * @throws Budget.SpentException if the server costs more than one may, or did
     */
    Comparison(ConfigSource source, PastSource past, List<Rule> rules, Collection<String> known) {
        Set<String> parts = rules.stream()
                .flatMap(rule -> looks.computeIfAbsent(rule, Looks::of).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        this.places = new ChangedPlaces(past);
        this.now = new PartValues(parts);
        this.then = new PartValues(parts);
        ServerConfiguration.read(source).forEachScope(now::visit);
        ServerConfiguration server = ServerConfiguration.read(past);
        boolean isWhole = source.deployment().isEmpty();
        Checker checker = new Checker(new Verdicts(rules), new Suppressions(known, isWhole), server);
        server.forEachScope(scope -> {
            checker.check(scope);
            then.visit(scope);
        });
        server.writtenFiles().forEach(checker::check);
        checker.findings()
                .forEach(it -> before.computeIfAbsent(key(it), key -> new ArrayList<>())
                        .add(it));
    }

    /** The finding where it has to do with the change, at the paths where it does. */
    Optional<Finding> changed(Finding finding) {
        List<Finding> were = before.getOrDefault(key(finding), List.of());
        if (were.isEmpty() || places.contain(finding)) {
            return Optional.of(finding);
        }
        List<String> paths = finding.paths().stream()
                .filter(path -> were.stream().allMatch(was -> isOther(finding, was, path)))
                .toList();
        if (!paths.isEmpty()) {
            return Optional.of(finding.at(paths));
        }
        return were.stream().anyMatch(was -> saysTheSame(finding, was)) ? Optional.empty() : Optional.of(finding);
    }

    private boolean isOther(Finding finding, Finding was, String path) {
        return !was.paths().contains(path)
                || !notes(finding, path).equals(notes(was, path))
                || looks.computeIfAbsent(finding.rule(), Looks::of).stream()
                        .anyMatch(part -> now.differs(then, path, part));
    }

    private static List<String> notes(Finding finding, String path) {
        return finding.notes().stream()
                .filter(note -> note.paths().contains(path))
                .map(Finding.Note::message)
                .toList();
    }

    /** Severity and suppression may have been changed by a triage before; a comment in the file is of the change. */
    private static boolean saysTheSame(Finding finding, Finding was) {
        return finding.message().equals(was.message())
                && finding.confidence() == was.confidence()
                && finding.fix().equals(was.fix())
                && isCommentedAway(finding) == isCommentedAway(was);
    }

    private static boolean isCommentedAway(Finding finding) {
        Finding.@Nullable Suppression suppression = finding.suppression();
        return suppression != null && suppression.kind() == Finding.Suppression.Kind.COMMENT;
    }

    /** The comment that suppresses a finding, where the change is why it does. */
    Optional<Finding.Place> newComment(Finding finding) {
        Finding.@Nullable Suppression suppression = finding.suppression();
        if (suppression == null || suppression.kind() != Finding.Suppression.Kind.COMMENT) {
            return Optional.empty();
        }
        List<Finding> were = before.getOrDefault(key(finding), List.of());
        boolean wasThere = were.stream().anyMatch(Comparison::isCommentedAway)
                || were.isEmpty() && places.wasThere(suppression.place());
        return wasThere ? Optional.empty() : Optional.of(suppression.place());
    }

    private static Key key(Finding finding) {
        return new Key(finding.rule().id(), finding.place().file(), finding.anchor());
    }
}
