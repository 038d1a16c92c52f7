package io.github.iisaudit.whatif;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server before and after a change, path by path. */
record Comparison(Change change, Survey before, Survey after, Accounts accounts) {

    /** @param isBeside whether the path was not asked for and is only served by the same pool */
    ApplicationAnswer compare(Situation was, boolean isBeside) {
        Situation is = after.at(was.path())
                .orElseThrow(() -> new IllegalStateException("the change removed the path " + was.path()));
        List<Situation> within = after.within(is);
        RuleChanges rules = RuleChanges.of(within, before, after);
        Neighbours neighbours = Neighbours.of(was, before, after);
        Judgement judgement = new Judge(change, was, is, new Judge.Evidence(neighbours, rules, accounts)).judge();
        Spns spns = Spns.of(is, neighbours, accounts);
        Optional<Delegation> delegation = delegation(was, is);
        return new ApplicationAnswer(
                was.path(),
                was.kind(),
                was.poolName(),
                judgement.verdict(),
                judgement.reason(),
                Duties.of(was, is, judgement.tickets(), spns, delegation),
                State.of(was, accounts),
                State.of(is, accounts),
                spns,
                delegation,
                List.copyOf(rules.gained().keySet()),
                List.copyOf(rules.lost().keySet()),
                rules.gained().values().stream().anyMatch(severity -> severity.isAtLeast(Severity.WARNING)),
                isBeside ? List.of() : otherValues(within),
                isBeside,
                Restart.of(was, is, change));
    }

    private Optional<Delegation> delegation(Situation was, Situation is) {
        boolean moves = accounts.host() == Host.REAL
                && was.account().isPresent()
                && is.account().isPresent()
                && !Accounts.isSame(was.account(), is.account());
        return moves
                ? Optional.of(
                        new Delegation(accounts.shown(was.account()), accounts.shown(is.account()), is.impersonates()))
                : Optional.empty();
    }

    /**
     * What is written nearer to a path than the change, and says otherwise. Children repeat their parent: the
     * first counts.
     */
    private List<OtherValue> otherValues(List<Situation> within) {
        List<OtherValue> others = new ArrayList<>();
        Map<Settable, Set<Place>> known = new HashMap<>();
        for (Situation each : within) {
            change.values().forEach((what, wanted) -> {
                String value = each.value(what).orElse(wanted);
                Place place = each.places().get(what.id());
                if (!value.equals(wanted)
                        && place != null
                        && known.computeIfAbsent(what, it -> new HashSet<>()).add(place)) {
                    others.add(new OtherValue(each.path(), what, value, place));
                }
            });
        }
        return others;
    }
}
