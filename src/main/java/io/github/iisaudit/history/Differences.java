package io.github.iisaudit.history;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What differs between two versions of a server; paths that share a difference are told together. */
final class Differences {

    private static final String ORDER = " order";

    /** The comments that suppress findings begin so; those may be of any path. */
    private static final String COMMENT = "iisaudit";

    private final Moment before;
    private final Moment now;
    private final Set<String> paths = new LinkedHashSet<>();

    /** By section, then in the order in which they come. */
    private final Map<String, Map<Difference, List<String>>> found = new TreeMap<>();

    private record Difference(String name, Reading from, Reading to) {}

    private Differences(Moment before, Moment now) {
        this.before = before;
        this.now = now;
    }

    static Differences between(Moment before, Moment now) {
        Differences differences = new Differences(before, now);
        boolean isAny = differences.hasOtherComments();
        now.paths().forEach((path, seen) -> {
            Seen was = before.paths().get(path);
            boolean isOther = was == null || !was.saysAs(seen);
            if (isOther || isAny) {
                differences.paths.add(path);
            }
            if (isOther && was != null) {
                differences.compare(path, was, seen);
            }
        });
        before.paths().keySet().stream()
                .filter(path -> !now.paths().containsKey(path))
                .forEach(differences.paths::add);
        return differences;
    }

    /** The values, at the paths that both have. */
    List<ValueChange> values() {
        List<ValueChange> changes = new ArrayList<>();
        found.forEach((section, all) ->
                all.forEach((it, at) -> changes.add(new ValueChange(section, it.name, it.from, it.to, at))));
        return changes;
    }

    /** The paths at which rules may say something else than before. */
    Set<String> paths() {
        return paths;
    }

    /** Whether rules may say something else of files, or anything of paths. */
    boolean isAny() {
        return !paths.isEmpty() || !before.files().equals(now.files());
    }

    private boolean hasOtherComments() {
        return hasOther(before.files(), now.files()) || hasOther(now.files(), before.files());
    }

    private static boolean hasOther(Map<String, String> files, Map<String, String> others) {
        return files.entrySet().stream()
                .anyMatch(file ->
                        file.getValue().contains(COMMENT) && !file.getValue().equals(others.get(file.getKey())));
    }

    private void compare(String path, Seen was, Seen is) {
        boolean isAlike = was.hasSectionsOf(is);
        for (int i = 0; i < is.sections().size(); i++) {
            String section = is.sections().get(i);
            boolean isSame = isAlike && was.answer(i).equals(is.answer(i));
            if (!isSame && now.looked().isLookedAt(section)) {
                compareSection(path, section, was.scope(), is.scope());
            }
        }
        if (!was.isBesideAs(is)) {
            compareFacts(path, was.scope(), is.scope());
        }
    }

    private void compareSection(String path, String section, Scope was, Scope is) {
        EffectiveSection one = was.section(section);
        EffectiveSection other = is.section(section);
        Map<String, Reading> values = SectionTexts.of(one);
        Map<String, Reading> others = SectionTexts.of(other);
        if (!isReadable(one) || !isReadable(other)) {
            values.keySet().retainAll(List.of(""));
            others.keySet().retainAll(List.of(""));
        }
        compare(path, section, values, others);
    }

    private static boolean isReadable(EffectiveSection section) {
        return section.error().isEmpty() && section.unknown().isEmpty();
    }

    private void compareFacts(String path, Scope was, Scope is) {
        Map<String, Map<String, Reading>> facts = FactTexts.of(was, before.looked());
        Map<String, Map<String, Reading>> others = FactTexts.of(is, now.looked());
        for (Map.Entry<String, Map<String, Reading>> fact : others.entrySet()) {
            compare(path, fact.getKey(), facts.getOrDefault(fact.getKey(), Map.of()), fact.getValue());
        }
    }

    private void compare(String path, String section, Map<String, Reading> was, Map<String, Reading> is) {
        Map<String, Reading> all = new LinkedHashMap<>(was);
        all.putAll(is);
        for (String name : all.keySet()) {
            Reading from = was.getOrDefault(name, Reading.NONE);
            Reading to = is.getOrDefault(name, Reading.NONE);
            boolean isOther = !Objects.equals(from.value(), to.value());
            if (isOther && (!name.endsWith(ORDER) || isReordered(from, to))) {
                found.computeIfAbsent(section, it -> new LinkedHashMap<>())
                        .computeIfAbsent(new Difference(name, from, to), it -> new ArrayList<>())
                        .add(path);
            }
        }
    }

    /** Entries that came or went are told by themselves. */
    private static boolean isReordered(Reading from, Reading to) {
        if (from.value() == null || to.value() == null) {
            return false;
        }
        List<String> were = new ArrayList<>(List.of(from.value().split(", ")));
        List<String> are = new ArrayList<>(List.of(to.value().split(", ")));
        were.retainAll(new HashSet<>(are));
        are.retainAll(new HashSet<>(were));
        return !were.equals(are);
    }
}
