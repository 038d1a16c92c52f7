package io.github.iisaudit.rule;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one server by rules that are said once: those of one file in the same words become one, at the first of their places,
 * with the paths of all. The other places are in its via. It comes after all triage, so that a place is accepted, suppressed or new
 * by itself. What stands in another file somebody else may have written, and a change of it is to be told there.
 */
public final class Gathering {

    private static final int PATHS_NAMED = 4;

    private Gathering() {}

    /** What two findings have in common that are one. */
    private record Words(
            String rule,
            Severity severity,
            Confidence confidence,
            String message,
            String label,
            String fix,
            String file,
            @Nullable Suppression suppression,
            Finding.BaselineState baseline,
            Finding.Holds holds) {

        static Words of(Finding finding, String fix) {
            return new Words(
                    finding.rule().id(),
                    finding.severity(),
                    finding.confidence(),
                    finding.message(),
                    finding.place().label(),
                    fix,
                    finding.place().file(),
                    finding.suppression(),
                    finding.baseline(),
                    finding.holds());
        }
    }

    /** The same findings in the same order, some of them as one. */
    public static List<Finding> of(List<Finding> findings) {
        Collection<List<Finding>> groups = groups(findings);
        if (groups.size() == findings.size()) {
            return findings;
        }
        List<Finding> gathered = new ArrayList<>(groups.size());
        groups.forEach(group -> gathered.add(group.size() == 1 ? group.get(0) : one(group)));
        return gathered;
    }

    /** A remedy that names the path is the same without it; one that does not may have a word that a site is called as. */
    private static Collection<List<Finding>> groups(List<Finding> findings) {
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        Map<Words, List<Finding>> byText = new HashMap<>();
        for (Finding finding : findings) {
            if (!finding.rule().isSaidOnce() || finding.paths().isEmpty()) {
                groups.put(new Object(), List.of(finding));
                continue;
            }
            Words words = Words.of(finding, finding.fix());
            List<Finding> group = byText.get(words);
            if (group == null) {
                String fix = finding.fix().replace(finding.paths().get(0), "");
                group = groups.computeIfAbsent(Words.of(finding, fix), w -> new ArrayList<>(1));
                byText.put(words, group);
            }
            group.add(finding);
        }
        return groups.values();
    }

    private static Finding one(List<Finding> group) {
        Set<String> paths = new TreeSet<>(ReachedPaths.ORDER);
        Map<String, Set<String>> sentences = new LinkedHashMap<>();
        Set<Via> via = new LinkedHashSet<>(group.get(0).via());
        for (Finding finding : group) {
            paths.addAll(finding.paths());
            for (Note note : finding.notes()) {
                sentences
                        .computeIfAbsent(note.message(), s -> new TreeSet<>(ReachedPaths.ORDER))
                        .addAll(note.paths());
            }
            if (finding != group.get(0)) {
                via.add(new Via(finding.place(), "the same for " + Few.named(Few.of(finding.paths(), PATHS_NAMED))));
            }
        }
        for (Finding finding : group) {
            via.addAll(finding.via());
        }
        List<Note> notes = new ArrayList<>();
        sentences.forEach((sentence, some) -> notes.add(new Note(sentence, List.copyOf(some))));
        return group.get(0).with(List.copyOf(paths), notes, List.copyOf(via));
    }
}
