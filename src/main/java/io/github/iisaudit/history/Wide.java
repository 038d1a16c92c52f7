package io.github.iisaudit.history;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.NameClaims;
import io.github.iisaudit.rule.SharedNames;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import io.github.iisaudit.rule.Suppressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What rules find of a server in one version beside its paths, and what that takes: worked out once, although a version is held against
 * the one before and the one after it. Not safe for use by several threads.
 */
final class Wide {

    private final Moment moment;
    private final Terms terms;
    private final Suppressions suppressions;
    private final List<Finding> ofFiles;
    private final Map<String, ServerClaims> names;

    Wide(Moment moment, Terms terms) {
        this.moment = moment;
        this.terms = terms;
        this.suppressions = new Suppressions(terms.known(), false);
        Checker checker = checker();
        moment.server().writtenFiles().forEach(checker::check);
        checker.settle();
        this.ofFiles = checker.findings();
        NameClaims claims = new NameClaims(moment.server());
        for (Seen seen : moment.paths().values()) {
            claims.visit(seen.holder());
        }
        this.names = ServerClaims.of(claims, checker).byName();
    }

    /** By each name that sites of it claim: how they do. */
    Map<String, ServerClaims> names() {
        return names;
    }

    /** What is found in its files. */
    List<Finding> ofFiles() {
        return ofFiles;
    }

    /** What is found at one of its paths after the other; comments in its files are known. */
    List<Finding> at(Collection<Scope> scopes) {
        Checker checker = checker();
        scopes.forEach(checker::check);
        checker.settle();
        return checker.findings();
    }

    /**
     * What is found of the names that its sites share.
     *
     * @param known those that are left out
     */
    List<Finding> ofNames(Map<String, ServerClaims> known) {
        SharedNames shared = new SharedNames(terms.verdicts().rules());
        names.forEach((name, claims) -> {
            if (!claims.equals(known.get(name))) {
                shared.add(claims);
            }
        });
        List<Finding> findings = new ArrayList<>();
        shared.findings().forEach(findings::addAll);
        return findings;
    }

    private Checker checker() {
        return new Checker(terms.verdicts(), suppressions, moment.server());
    }
}
