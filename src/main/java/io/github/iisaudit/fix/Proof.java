package io.github.iisaudit.fix;

import io.github.iisaudit.fix.Auditor.Audited;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds a changed server against all rules again: its changes count only where these findings are gone and none has come. */
final class Proof {

    private static final String AGAIN = "it would still be found";

    /** A finding whatever its line. */
    private record Same(String rule, String file, String anchor, List<String> paths) {

        static Same of(Finding finding) {
            return new Same(finding.rule().id(), finding.place().file(), finding.anchor(), finding.paths());
        }
    }

    private final Shop shop;
    private final Auditor auditor;
    private final List<Rule> rules;
    private final Audited before;
    private final Map<Same, Integer> counts;

    /** What is found after the changes that were proved last. */
    private Audited after;

    Proof(Shop shop, Auditor auditor, List<Rule> rules, Audited before) {
        this.shop = shop;
        this.auditor = auditor;
        this.rules = rules;
        this.before = before;
        this.after = before;
        this.counts = counts(before.findings());
    }

    private static Map<Same, Integer> counts(List<Finding> findings) {
        Map<Same, Integer> counts = new HashMap<>();
        findings.forEach(it -> counts.merge(Same.of(it), 1, Integer::sum));
        return counts;
    }

    /** Those of the changes that can be made together, and why the others cannot. */
    List<Mended> proved(List<Mended> wanted, List<LeftOut> leftOut) {
        return proved(List.of(), wanted, leftOut);
    }

    private List<Mended> proved(List<Mended> sure, List<Mended> wanted, List<LeftOut> leftOut) {
        List<Mended> all = new ArrayList<>(sure);
        all.addAll(wanted);
        if (!wanted.isEmpty() && !shop.mayAudit()) {
            wanted.forEach(it -> leftOut.add(new LeftOut(it.finding().orElseThrow(), LeftOut.NOT_TRIED)));
            return sure;
        }
        Optional<String> objection = wanted.isEmpty() ? Optional.empty() : objection(all);
        if (objection.isEmpty()) {
            return all;
        }
        if (wanted.size() == 1) {
            leftOut.add(new LeftOut(wanted.get(0).finding().orElseThrow(), objection.get()));
            return sure;
        }
        int half = wanted.size() / 2;
        List<Mended> first = proved(sure, wanted.subList(0, half), leftOut);
        return proved(first, wanted.subList(half, wanted.size()), leftOut);
    }

    private Optional<String> objection(List<Mended> all) {
        Optional<List<Patch>> patches = shop.patches(all);
        if (patches.isEmpty()) {
            return Optional.of("another change is made at the same place: ask again when that is done");
        }
        Audited found = auditor.audit(shop.edited(patches.get()), rules);
        Map<Same, Integer> left = counts(found.findings());
        for (Finding finding : found.findings()) {
            if (left.getOrDefault(Same.of(finding), 0) > counts.getOrDefault(Same.of(finding), 0)) {
                return Optional.of("with it mended, " + finding.rule().id() + " is found at "
                        + finding.place().file() + ":" + finding.place().line() + ": look at that first");
            }
        }
        for (Mended mended : all) {
            Same gone = Same.of(mended.finding().orElseThrow());
            if (Objects.equals(left.get(gone), counts.get(gone))) {
                return Optional.of(AGAIN);
            }
        }
        if (found.unreadable() > before.unreadable()) {
            return Optional.of("a file could not be read any more");
        }
        after = found;
        return Optional.empty();
    }

    /** The same with what else is gone, as it spoke of the same lines. */
    List<Mended> withOthersGone(List<Mended> proved) {
        Map<Same, Integer> left = counts(after.findings());
        List<Mended> all = new ArrayList<>(proved);
        Set<Finding> known = new HashSet<>();
        proved.forEach(mended -> known.add(mended.finding().orElseThrow()));
        for (Finding finding : before.findings()) {
            Same same = Same.of(finding);
            boolean isGone = left.getOrDefault(same, 0) == 0;
            left.merge(same, -1, Integer::sum);
            if (isGone && known.add(finding)) {
                all.add(new Mended(Optional.of(finding), "it goes with what is mended", List.of(), Optional.empty()));
            }
        }
        all.sort(Comparator.comparing(it -> it.finding().orElseThrow(), Finding.IN_SERVER));
        return all;
    }
}
