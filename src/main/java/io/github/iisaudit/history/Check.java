package io.github.iisaudit.history;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rules find of a server in one version: at some of its paths, in its files, and of the names that its sites share. What is wrong
 * with comments that suppress findings only shows at all paths, and is left out.
 */
final class Check {

    private Check() {}

    /** Everything. */
    static List<Finding> of(Moment moment, Terms terms) {
        return of(moment, moment.paths().keySet(), Map.of(), terms);
    }

    /**
     * What may be other than in another version.
     *
     * @param paths those that are looked at
     */
    static List<Finding> of(Moment moment, Set<String> paths, Moment other, Terms terms) {
        return of(moment, paths, other.wide(terms).names(), terms);
    }

    private static List<Finding> of(Moment moment, Set<String> paths, Map<String, ServerClaims> known, Terms terms) {
        Wide wide = moment.wide(terms);
        List<Scope> scopes = new ArrayList<>();
        moment.paths().forEach((path, seen) -> {
            if (paths.contains(path)) {
                scopes.add(seen.scope());
            }
        });
        List<Finding> findings = new ArrayList<>(wide.ofFiles());
        findings.addAll(wide.at(scopes));
        findings.removeIf(it -> it.rule().subject() == Rule.Subject.SUPPRESSION);
        findings.addAll(wide.ofNames(known));
        return terms.counted(findings);
    }
}
