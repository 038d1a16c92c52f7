package io.github.iisaudit.change;

import io.github.iisaudit.change.View.Key;
import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Part;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Suppressions;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.PastSource;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One server as it is and as it was. A finding has to do with the change where what it points at changed, where it was not
 * there before or said something else, and at the paths where IIS sees other values than before in what the rule looks at.
 */
final class Comparison {

    private final ChangedPlaces places;
    private final Part part;
    private final View now;
    private final View then;
    private final Map<Rule, Set<String>> looks = new IdentityHashMap<>();
    private final Map<List<String>, Set<String>> known = new IdentityHashMap<>();

    /**
     * Looks at a server as it is and as it was.
     *
     * @param choice at how much of it: what is not looked at is the same
     * @throws Budget.SpentException if the server costs more than one may, or did
     */
    private Comparison(ConfigSource source, PastSource past, Terms terms, Part.Choice choice) {
        Set<String> parts = terms.rules().stream()
                .flatMap(rule -> looks.computeIfAbsent(rule, Looks::of).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Verdicts verdicts = new Verdicts(terms.rules());
        ServerReader reader = new ServerReader(2); // of one server at two times
        Budget budget = new Budget();
        boolean isWhole = source.deployment().isEmpty();
        Function<ServerConfiguration, View> checked = server -> View.of(
                server,
                new PartValues(parts),
                terms,
                new Checker(verdicts, new Suppressions(terms.known(), isWhole), server));
        this.places = new ChangedPlaces(past);
        this.then = checked.apply(reader.read(past, budget, choice));
        this.part = then.part();
        ServerConfiguration server = reader.read(source, budget, (host, levels) -> part);
        this.now = part.isWhole() ? View.of(server, new PartValues(parts), terms) : checked.apply(server);
    }

    /**
     * A comparison of what a change may have reached.
     *
     * @throws Budget.SpentException if the server costs more than one may, or did
     */
    static Comparison of(ConfigSource source, PastSource past, Terms terms) {
        return new Comparison(source, past, terms, new Affected(source, past));
    }

    /** A comparison of all there is. */
    static Comparison whole(ConfigSource source, PastSource past, Terms terms) {
        return new Comparison(source, past, terms, (host, levels) -> Part.WHOLE);
    }

    /** The finding where it has to do with the change, at the paths where it does. */
    Optional<Finding> changed(Finding finding) {
        if (isOutOfReach(finding)) {
            return Optional.empty();
        }
        boolean isAlsoOutside = isOfPaths(finding) && !isInside(finding);
        List<Finding> were = then.findings(Key.of(finding));
        if (were.isEmpty() && !isAlsoOutside || isPlaceChanged(finding)) {
            return Optional.of(finding);
        }
        List<String> inside = finding.paths().stream().filter(part::contains).toList();
        List<String> others = inside.stream()
                .filter(path -> were.stream().allMatch(was -> isOther(finding, was, path)))
                .toList();
        if (!others.isEmpty()) {
            return Optional.of(finding.at(others));
        }
        // What is said of other paths may come first in the words of the whole finding, and is no change.
        List<Finding> are = isAlsoOutside ? now.findings(Key.of(finding)) : List.of(finding);
        boolean isSame = are.stream().anyMatch(is -> were.stream().anyMatch(was -> saysTheSame(is, was)));
        return isSame ? Optional.empty() : Optional.of(isAlsoOutside ? finding.at(inside) : finding);
    }

    /** Whether it is of paths or of a file that the change cannot have reached. */
    private boolean isOutOfReach(Finding finding) {
        String file = finding.place().file();
        return switch (finding.rule().subject()) {
            case NAME, CHANGE -> false;
            case FILE, TRANSFORM, SUPPRESSION -> !isInside(finding) && !now.hasFile(file) && !then.hasFile(file);
            case PATH -> finding.paths().stream().noneMatch(part::contains);
        };
    }

    private static boolean isOfPaths(Finding finding) {
        return finding.rule().subject() == Rule.Subject.PATH;
    }

    /** Whether the change may have reached all paths of it. */
    boolean isInside(Finding finding) {
        return finding.paths().stream().allMatch(part::contains);
    }

    /** Whether what it points at, or rests on, is other. */
    boolean isPlaceChanged(Finding finding) {
        return places.contain(finding);
    }

    private boolean isOther(Finding finding, Finding was, String path) {
        return !contains(was.paths(), path)
                || !notes(finding, path).equals(notes(was, path))
                || looks.computeIfAbsent(finding.rule(), Looks::of).stream()
                        .anyMatch(looked -> now.differs(then, path, looked));
    }

    private boolean contains(List<String> paths, String path) {
        return known.computeIfAbsent(paths, all -> new HashSet<>(all)).contains(path);
    }

    private List<String> notes(Finding finding, String path) {
        return finding.notes().stream()
                .filter(note -> contains(note.paths(), path))
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
        List<Finding> were = then.findings(Key.of(finding));
        boolean wasThere = were.stream().anyMatch(Comparison::isCommentedAway)
                || were.isEmpty() && places.wasThere(suppression.place());
        return wasThere ? Optional.empty() : Optional.of(suppression.place());
    }
}
