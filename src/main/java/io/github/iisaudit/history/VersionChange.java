package io.github.iisaudit.history;

import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is other in a version of a server than in the one before it.
 *
 * @param at the version that changed it
 * @param values in order of sections
 * @param pathsAdded configuration paths that there were none of
 * @param pathsRemoved those that are gone
 * @param came findings that are new, told of the paths where they are
 * @param went findings that are gone, told of the paths where they were
 */
public record VersionChange(
        At at,
        List<ValueChange> values,
        List<String> pathsAdded,
        List<String> pathsRemoved,
        List<Finding> came,
        List<Finding> went) {

    /** What changed from one version to the next. Both are only held against rules where they differ. */
    static VersionChange between(Moment before, Moment now, At at, Terms terms) {
        Differences differences = Differences.between(before, now);
        boolean isAny = differences.isAny();
        List<Finding> were = isAny ? Check.of(before, differences.paths(), now, terms) : List.of();
        List<Finding> are = isAny ? Check.of(now, differences.paths(), before, terms) : List.of();
        return new VersionChange(
                at, differences.values(), more(before, now), more(now, before), more(were, are), more(are, were));
    }

    /** A server that there was none of. */
    static VersionChange begun(Moment now, At at, Terms terms) {
        List<String> paths = List.copyOf(now.paths().keySet());
        return new VersionChange(at, List.of(), paths, List.of(), Check.of(now, terms), List.of());
    }

    /** A server that there is none of any more. */
    static VersionChange ended(Moment before, At at, Terms terms) {
        List<String> paths = List.copyOf(before.paths().keySet());
        return new VersionChange(at, List.of(), List.of(), paths, List.of(), Check.of(before, terms));
    }

    /** Whether nothing did. */
    public boolean isEmpty() {
        return values.isEmpty() && pathsAdded.isEmpty() && pathsRemoved.isEmpty() && came.isEmpty() && went.isEmpty();
    }

    private static List<String> more(Moment one, Moment other) {
        List<String> more = new ArrayList<>(other.paths().keySet());
        more.removeAll(one.paths().keySet());
        return List.copyOf(more);
    }

    /**
     * What others say that these do not: of the same defect at more paths, these paths. What a rule says of a path in the same words
     * is the same, although it is said of another line first.
     */
    private static List<Finding> more(List<Finding> these, List<Finding> others) {
        Map<Object, Set<String>> known = new HashMap<>();
        for (Finding finding : these) {
            for (Object key : keys(finding)) {
                known.computeIfAbsent(key, it -> new HashSet<>()).addAll(finding.paths());
            }
        }
        List<Finding> more = new ArrayList<>();
        for (Finding finding : others) {
            List<String> left = new ArrayList<>(finding.paths());
            keys(finding).forEach(key -> left.removeAll(known.getOrDefault(key, Set.of())));
            if (finding.paths().isEmpty() ? !known.containsKey(finding.fingerprint()) : !left.isEmpty()) {
                more.add(left.size() == finding.paths().size() ? finding : finding.at(left));
            }
        }
        return List.copyOf(more);
    }

    private static List<Object> keys(Finding finding) {
        return List.of(finding.fingerprint(), said(finding));
    }

    private static Object said(Finding finding) {
        return List.of(finding.rule().id(), finding.message());
    }
}
