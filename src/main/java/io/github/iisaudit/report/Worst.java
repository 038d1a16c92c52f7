package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The worst finding of each application of a server. A finding at a path below one counts for it. Not thread-safe. */
final class Worst {

    private final Map<String, Integer> ordinals = new HashMap<>();

    /** Nothing was found yet. */
    Worst(List<Standing> applications) {
        applications.forEach(it -> ordinals.put(key(it.path()), Integer.MAX_VALUE));
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    void add(Finding finding) {
        for (String path : finding.paths()) {
            String at = key(path);
            while (!ordinals.containsKey(at) && at.indexOf('/') > 0) {
                at = at.substring(0, at.lastIndexOf('/'));
            }
            ordinals.computeIfPresent(
                    at, (k, worst) -> Math.min(worst, finding.severity().ordinal()));
        }
    }

    /** Empty where nothing was found. */
    Optional<Severity> of(Standing application) {
        int ordinal = ordinals.getOrDefault(key(application.path()), Integer.MAX_VALUE);
        return ordinal == Integer.MAX_VALUE ? Optional.empty() : Optional.of(Severity.values()[ordinal]);
    }
}
