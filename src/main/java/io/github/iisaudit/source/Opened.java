package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What lies under the paths that a user named.
 *
 * @param sources the servers, in the order of the paths and, under one path, in order of their relative paths; no two
 *     of one name
 * @param refused each path, or part of one, under which nothing could be found to audit
 * @param skipped finds out what was passed by in the repositories among them: a path and the reason, for each; asking
 *     takes time
 * @param strays the web.config files beside servers that are none's, as they would be typed
 * @param others the files of other kinds beside servers, as they would be typed
 */
public record Opened(
        List<ConfigSource> sources,
        List<Refused> refused,
        Supplier<List<String>> skipped,
        List<String> strays,
        List<OtherFile> others) {

    /** Copies the lists. */
    public Opened {
        sources = List.copyOf(sources);
        refused = List.copyOf(refused);
        strays = List.copyOf(strays);
        others = List.copyOf(others);
    }

    /** Where nothing was passed by. */
    Opened(List<ConfigSource> sources, List<Refused> refused) {
        this(sources, refused, List::of, List.of(), List.of());
    }

    /**
     * What was named and is not audited.
     *
     * @param path as it was typed, or below that
     * @param reason what was looked for, why it could not be looked into, or what it is instead
     * @param sentence both
     * @param isForeign whether it is a file of another kind, which cannot be audited in whatever hands
     */
    public record Refused(String path, String reason, String sentence, boolean isForeign) {

        /** What may be audited once the reason is gone. */
        public Refused(String path, String reason, String sentence) {
            this(path, reason, sentence, false);
        }
    }

    /** The sources in the order of their names. */
    public List<ConfigSource> byName() {
        List<ConfigSource> sorted = new ArrayList<>(sources);
        sorted.sort(Comparator.comparing(ConfigSource::name));
        return sorted;
    }

    /** Whether all that was named is files of other kinds. */
    public boolean isForeign() {
        boolean areForeign = !refused.isEmpty();
        for (Refused each : refused) {
            areForeign &= each.isForeign();
        }
        return areForeign && sources.isEmpty();
    }

    /** The same with other sources. */
    public Opened with(List<ConfigSource> changed) {
        return new Opened(changed, refused, skipped, strays, others);
    }

    /** The sentences on what is not audited. */
    public List<String> nothingFound() {
        List<String> sentences = new ArrayList<>();
        refused.forEach(it -> sentences.add(it.sentence()));
        return sentences;
    }
}
