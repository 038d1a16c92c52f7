package io.github.iisaudit.rule;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.Product;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** The findings of one server as they grow: one for each rule and place. */
final class Drafts {

    /** So many flags wait at most, for only findings count for the budget. */
    private static final int MOST_WAITING = 20_000;

    /** To put one together takes as long as so many other steps. */
    private static final int FINDING = 200;

    /** What a verdict says of one place is kept, in half a kilobyte, for further paths. */
    private static final long PLACED = 200;

    private final Budget budget;
    private final Map<Spot, Draft> drafts = new LinkedHashMap<>();

    private final StoppedRules stopped = new StoppedRules();

    /** The paths of verdicts that are still to be added, in the order in which they came up first. */
    private final Map<Verdict, Reach> reached = new LinkedHashMap<>();

    private int waiting;

    /** Drafts that cost whatever they cost. */
    Drafts() {
        this(new Budget());
    }

    /** @param budget what they may cost */
    Drafts(Budget budget) {
        this.budget = budget;
    }

    /** @param steps that rules have taken */
    void pay(long steps) {
        budget.step(Use.RULES, steps);
    }

    /** Pays for a verdict about places that none before was about. */
    void place(Verdict verdict) {
        budget.keep(Use.RULES, PLACED * verdict.flagged().size());
    }

    /** Adds what a rule flags from each of some elements, for some paths. */
    void check(Rule rule, List<Element> contexts, List<String> paths, Focus focus) {
        List<Flagged> all = new ArrayList<>();
        try {
            Flagged.addAll(rule, rule.flag().nodes(contexts, focus), focus, all);
            add(all, new Reach(Whose.NOBODY, paths));
        } catch (TooManyStepsException e) {
            stopped.atPath(rule, paths.isEmpty() ? "" : paths.get(0), e);
        }
    }

    /** The rules of which nothing is known. */
    StoppedRules stopped() {
        return stopped;
    }

    /**
     * Adds what rules found, for the next path of a server.
     *
     * @param owner the product that owns the configuration of the path
     */
    void add(Verdict verdict, Whose whose, String path, @Nullable Product owner) {
        if (verdict.notesPaths() || owner != null) {
            // Its sentences come in the order of the paths, between those of other verdicts.
            add(verdict.flagged(), new Reach(whose, List.of(path), owner));
            return;
        }
        budget.step(Use.FINDINGS, verdict.flagged().size());
        Reach reach = reached.get(verdict);
        if (reach == null) {
            waiting += verdict.flagged().size();
            if (waiting > MOST_WAITING) {
                settle();
                waiting = verdict.flagged().size();
            }
            reach = new Reach(whose, new ArrayList<>());
            reached.put(verdict, reach);
        }
        reach.paths().add(path);
    }

    /** Adds what rules found, for some paths. */
    void add(List<Flagged> all, Reach reach) {
        settle();
        budget.step(Use.FINDINGS, (long) all.size() * reach.paths().size());
        merge(all, reach);
    }

    private void merge(List<Flagged> all, Reach reach) {
        for (Flagged flagged : all) {
            Draft draft = drafts.get(flagged.spot());
            if (draft == null) {
                budget.finding();
                budget.step(Use.FINDINGS, FINDING);
                draft = new Draft(flagged, reach);
                drafts.put(flagged.spot(), draft);
            }
            draft.add(flagged, reach);
        }
    }

    /** What a verdict says beside its paths is the same for each of them, so it is added once for all. */
    void settle() {
        if (!reached.isEmpty()) {
            reached.forEach((verdict, reach) -> merge(verdict.flagged(), reach));
            reached.clear();
            waiting = 0;
        }
    }

    /** No more comes, and what cannot be added any more is left out. */
    void stop() {
        try {
            settle();
        } catch (Budget.SpentException e) {
            reached.clear();
        }
    }

    /** All so far, in the order in which they came up. */
    Collection<Draft> all() {
        settle();
        drafts.values().removeIf(draft -> stopped.has(draft.rule));
        return drafts.values();
    }
}
