package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Remedy;
import io.github.iisaudit.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which findings have a remedy that is certain: for each remedy of a rule runs a rule of its own, which flags only what the remedy is
 * certain for. A remedy that is certain for some of a finding's paths only is none.
 */
final class Certainty {

    private final List<Rule> rules;

    /** By the rules that find what they are certain for. */
    private final Map<String, Remedy> remedies = new LinkedHashMap<>();

    /** By the same, the rules whose findings they mend. */
    private final Map<String, String> mends = new LinkedHashMap<>();

    private final List<Rule> running;

    Certainty(List<Rule> rules) {
        this.rules = rules;
        this.running = new ArrayList<>(rules);
        for (Rule rule : rules) {
            List<Remedy> all = rule.remedies();
            for (int i = 0; i < all.size(); i++) {
                Rule finder = all.get(i).finder(rule, i + 1);
                running.add(finder);
                remedies.put(finder.id(), all.get(i));
                mends.put(finder.id(), rule.id());
            }
        }
        running.sort(Comparator.comparing(Rule::id));
    }

    /** The rules themselves. */
    List<Rule> rules() {
        return rules;
    }

    /** The rules, and those that find what is certain. */
    List<Rule> running() {
        return running;
    }

    /** What the rules themselves found. */
    List<Finding> own(List<Finding> found) {
        return found.stream().filter(it -> !mends.containsKey(it.rule().id())).toList();
    }

    /** A remedy and the places where it is applied. */
    record Certain(Remedy.Edit edit, List<Place> places) {}

    /** What was found of what remedies are certain for, by the rule that found it and the place. */
    record Known(List<Finding> findings, Map<Spot, List<Integer>> byPlace) {

        private Stream<Finding> at(String finder, Finding finding) {
            Stream<Place> others =
                    finding.via().stream().map(Finding.Via::place); // a finding of several places has them there
            return Stream.concat(Stream.of(finding.place()), others)
                    .flatMap(place -> byPlace.getOrDefault(Spot.of(finder, place), List.of()).stream())
                    .distinct()
                    .sorted()
                    .map(findings::get);
        }
    }

    private record Spot(String rule, String file, int line, int column) {

        static Spot of(String rule, Place place) {
            return new Spot(rule, place.file(), place.line(), place.column());
        }
    }

    Known known(List<Finding> found) {
        Map<Spot, List<Integer>> byPlace = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String rule = found.get(i).rule().id();
            if (mends.containsKey(rule)) {
                byPlace.computeIfAbsent(Spot.of(rule, found.get(i).place()), spot -> new ArrayList<>())
                        .add(i);
            }
        }
        return new Known(found, byPlace);
    }

    /** The remedy of a finding, if it is certain for all its paths. */
    Optional<Certain> of(Finding finding, Known known) {
        for (Map.Entry<String, Remedy> remedy : remedies.entrySet()) {
            if (finding.rule().id().equals(mends.get(remedy.getKey()))) {
                List<Finding> certain = known.at(remedy.getKey(), finding).toList();
                TreeSet<String> paths = new TreeSet<>();
                certain.forEach(it -> paths.addAll(it.paths()));
                if (!certain.isEmpty() && paths.equals(new TreeSet<>(finding.paths()))) {
                    List<Place> places = certain.stream().map(Finding::place).toList();
                    return Optional.of(new Certain(remedy.getValue().edit(), places));
                }
            }
        }
        return Optional.empty();
    }
}
