package io.github.iisaudit.change;

import io.github.iisaudit.rule.Rule;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How all servers of a run are compared.
 *
 * @param rules those that run
 * @param known the ids of all rules there are
 * @param isCancelled whether to end
 */
public record Terms(List<Rule> rules, Collection<String> known, BooleanSupplier isCancelled) {

    public Terms {
        rules = List.copyOf(rules);
        known = List.copyOf(known);
    }

    /** @throws CancellationException if it is to end */
    void goOn() {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
    }
}
