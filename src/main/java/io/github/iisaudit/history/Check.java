package io.github.iisaudit.history;

import io.github.iisaudit.history.Moment.Seen;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.NameClaims;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.SharedNames;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import io.github.iisaudit.rule.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What rules find of a server in one version: at some of its paths, in its files, and of the names that its sites share. What is wrong
 * with comments that suppress findings only shows at all paths, and is left out.
 */
final class Check {

    private final Terms terms;
    private final Moment moment;
    private final List<Finding> findings = new ArrayList<>();

    private Check(Moment moment, Terms terms) {
        this.moment = moment;
        this.terms = terms;
    }

    /** @param paths those that are looked at */
    static List<Finding> of(Moment moment, Set<String> paths, Terms terms) {
        Check check = new Check(moment, terms);
        check.check(paths);
        return terms.counted(check.findings);
    }

    private void check(Set<String> paths) {
        Checker checker = new Checker(terms.verdicts(), new Suppressions(terms.known(), false), moment.server());
        NameClaims claims = new NameClaims(moment.server());
        moment.paths().forEach((path, seen) -> {
            if (paths.contains(path)) {
                checker.check(seen.scope());
            }
        });
        moment.server().writtenFiles().forEach(checker::check);
        checker.settle();
        for (Finding finding : checker.findings()) {
            if (finding.rule().subject() != Rule.Subject.SUPPRESSION) {
                findings.add(finding);
            }
        }
        for (Seen seen : moment.paths().values()) {
            claims.visit(seen.scope());
        }
        SharedNames names = new SharedNames(terms.verdicts().rules());
        names.add(ServerClaims.of(claims, checker));
        names.findings().forEach(findings::addAll);
    }
}
