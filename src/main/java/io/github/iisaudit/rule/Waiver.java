package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A suppression that stands in the settings: the findings of a rule at some places are accepted, perhaps until a day.
 *
 * @param path the places as they are written
 * @param covers which places these are
 * @param place where the path is written
 * @param rulePlace where the rule is written
 * @param expiry null where it holds for good
 */
public record Waiver(
        String rule,
        String path,
        Cover covers,
        String reason,
        Span place,
        Span rulePlace,
        @Nullable Expiry expiry) {

    /**
     * Places.
     *
     * @param start in lower case, the folders that all of them begin with, such as {@code s/app}; {@code **} and a slash before a
     *     name that stands anywhere in all of them; empty where neither can be told
     * @param file whether a file, as the triage calls it, is one of them
     * @param path whether a configuration path is one of them
     */
    public record Cover(String start, Predicate<String> file, Predicate<String> path) {}

    /**
     * When a waiver ends.
     *
     * @param day the last day on which it holds
     */
    public record Expiry(LocalDate day, Span place) {}

    boolean hasExpired(LocalDate today) {
        return expiry != null && today.isAfter(expiry.day());
    }
}
