package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A finding that grows: one rule at one place, while more configuration paths that it reaches come in. */
final class Draft {

    final Rule rule;
    final Mark mark;
    final String message;
    final String label;

    /** The overridden places of all paths, each once. */
    final Map<Spot, Origin.Written> via = new LinkedHashMap<>();

    final ReachedPaths paths = new ReachedPaths();

    /** The paths of each sentence, by the place of its case in the rule. */
    final Map<Integer, Map<String, ReachedPaths>> notes = new TreeMap<>();

    /** The paths that a product owns, by the product. */
    final Map<Product, ReachedPaths> owned = new LinkedHashMap<>();

    Severity severity = Severity.NOTE;
    Confidence confidence = Confidence.LOW;
    /** The comment that suppresses it; null where there is none. */
    @Nullable
    IgnoreComment suppressedBy;

    private int fix = Remark.NO_FIX;
    private String fixText = "";

    /** Whether some of the paths are no product's. */
    private boolean isOfOthers;

    /** @param where the first paths that it reaches */
    Draft(Flagged flagged, Reach where) {
        this.rule = flagged.remark().rule();
        this.mark = flagged.mark();
        this.message = where.first(flagged.remark().message());
        this.label = where.first(flagged.remark().label());
    }

    /** Adds what a flagged node says of some paths. The worst severity and the surest confidence win. */
    void add(Flagged flagged, Reach reach) {
        Remark remark = flagged.remark();
        paths.add(reach.paths());
        for (Flagged.Via before : flagged.via()) {
            via.putIfAbsent(before.spot(), before.written());
        }
        for (Remark.Note note : remark.notes()) {
            note(note.index(), note.sentence(), reach);
        }
        raise(remark.severity(), reach.owner());
        confidence = confidence.compareTo(remark.confidence()) <= 0 ? confidence : remark.confidence();
        if (reach.owner() != null && !reach.owner().leaves(rule.id())) {
            owned.computeIfAbsent(reach.owner(), p -> new ReachedPaths()).add(reach.paths());
            return; // its remedy is the maker's
        }
        isOfOthers = true;
        // Of the paths' remedies the one that the rule names first: rules put the one that needs most care first.
        if (remark.fix() < fix) {
            fix = remark.fix();
            fixText = reach.first(remark.fixText());
        }
    }

    /** What a product's setup makes on purpose is no more than a note: nobody is to change it by hand. */
    private void raise(Severity found, @Nullable Product owner) {
        Severity here = owner != null && owner.isByDefault(rule.id()) ? Severity.NOTE : found;
        severity = severity.isAtLeast(here) ? severity : here;
    }

    private void note(int index, Wording sentence, Reach reach) {
        if (!sentence.isOfPath()) {
            note(index, reach.first(sentence), reach.paths());
            return;
        }
        for (String path : reach.paths()) {
            note(index, sentence.text(reach.whose(), path), List.of(path));
        }
    }

    private void note(int index, String sentence, List<String> reached) {
        if (!sentence.isEmpty()) {
            notes.computeIfAbsent(index, i -> new LinkedHashMap<>())
                    .computeIfAbsent(sentence, s -> new ReachedPaths())
                    .add(reached);
        }
    }

    /** Whether products own the configuration of all the paths. */
    boolean isOwned() {
        return !owned.isEmpty() && !isOfOthers;
    }

    /** The remedy in one line: the rule's, or the makers' where products own all the paths; empty where there is none. */
    String remedy() {
        if (!isOwned()) {
            return fixText;
        }
        StringBuilder remedies = new StringBuilder();
        for (Product product : owned.keySet()) {
            remedies.append(remedies.length() == 0 ? "" : "; ").append(product.remedy());
        }
        return remedies.toString();
    }
}
