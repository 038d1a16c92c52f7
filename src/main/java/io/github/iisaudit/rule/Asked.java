package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of scopes whose schema knows some sections.
 *
 * @param known the sections of the schema
 * @param sections those that any rule looks at
 * @param facts the paths at which any rule looks that lead to no section
 * @param functions those whose answers rules depend on; the question of each stands at its place behind those of the groups
 * @param places for each question those of its answers: sections first, then facts, then functions, then troubles
 */
record Asked(Set<String> known, List<String> sections, List<Fact> facts, List<SafeXPath> functions, int[][] places) {

    /**
     * What questions look at.
     *
     * @param paths all of it, each once; as {@link PathsRead} has them
     * @param ofQuestions for each question where its own stand in that list
     */
    record Looks(List<String> paths, int[][] ofQuestions) {

        static Looks of(List<Set<String>> questions) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            int[][] ofQuestions = new int[questions.size()][];
            for (int i = 0; i < ofQuestions.length; i++) {
                ofQuestions[i] = new int[questions.get(i).size()];
                int next = 0;
                for (String path : questions.get(i)) {
                    Integer number = numbers.get(path);
                    if (number == null) {
                        number = numbers.size();
                        numbers.put(path, number);
                    }
                    ofQuestions[i][next++] = number;
                }
            }
            return new Looks(List.copyOf(numbers.keySet()), ofQuestions);
        }
    }

    /**
     * A path to a fact.
     *
     * @param name its first step
     * @param below what comes after it
     */
    record Fact(String name, String below) {

        private static Fact of(String path) {
            int slash = path.indexOf('/');
            return slash < 0 ? new Fact(path, "") : new Fact(path.substring(0, slash), path.substring(slash + 1));
        }
    }

    static Asked of(Set<String> known, Looks looks, List<SafeXPath> functions) {
        SectionPaths schema = new SectionPaths(known);
        Map<String, Integer> placeOf = new LinkedHashMap<>();
        List<List<String>> touched = new ArrayList<>(looks.paths.size());
        List<Fact> facts = new ArrayList<>();
        for (String path : looks.paths) {
            List<String> sections = schema.touched(path);
            for (String section : sections) {
                placeOf.putIfAbsent(section, placeOf.size());
            }
            touched.add(sections);
            if (isOfFact(path, sections)) {
                facts.add(Fact.of(path));
            }
        }
        Asked asked =
                new Asked(known, List.copyOf(placeOf.keySet()), facts, functions, new int[looks.ofQuestions.length][]);
        asked.place(looks, asked.placesOfPaths(looks.paths, touched, placeOf));
        return asked;
    }

    private int[][] placesOfPaths(List<String> paths, List<List<String>> touched, Map<String, Integer> placeOf) {
        Map<String, Integer> ofFunctions = new HashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            ofFunctions.put(functions.get(i).toString(), functionsAt() + i);
        }
        int[][] places = new int[paths.size()][];
        int fact = sections.size();
        for (int i = 0; i < places.length; i++) {
            List<String> sections = touched.get(i);
            Integer other = isOfFact(paths.get(i), sections) ? Integer.valueOf(fact++) : ofFunctions.get(paths.get(i));
            places[i] = new int[sections.size() + (other == null ? 0 : 1)];
            for (int k = 0; k < sections.size(); k++) {
                places[i][k] = Objects.requireNonNull(placeOf.get(sections.get(k)));
            }
            if (other != null) {
                places[i][sections.size()] = other;
            }
        }
        return places;
    }

    private void place(Looks looks, int[][] ofPaths) {
        for (int i = 0; i < places.length; i++) {
            BitSet own = new BitSet();
            own.set(functionsAt() + functions.size());
            for (int path : looks.ofQuestions[i]) {
                for (int place : ofPaths[path]) {
                    own.set(place);
                }
            }
            places[i] = new int[own.cardinality()];
            for (int place = own.nextSetBit(0), next = 0; place >= 0; place = own.nextSetBit(place + 1)) {
                places[i][next++] = place;
            }
        }
    }

    /** Whatever leads to no section that is known leads to a fact, or to nothing. The empty path leads to both. */
    private static boolean isOfFact(String path, List<String> sections) {
        return path.isEmpty() || (sections.isEmpty() && !path.equals(PathsRead.TROUBLES) && !PathsRead.isAnswer(path));
    }

    /** The answers of a scope: those of its sections, and gaps for the others. */
    @Nullable
    Object[] answers(Content scope) {
        return Arrays.copyOf(scope.sections(sections), functionsAt() + functions.size() + 1);
    }

    /** The answer of a scope about a fact, or about its troubles. */
    Object answer(int place, Content scope) {
        int fact = place - sections.size();
        return fact < facts.size() ? scope.fact(facts.get(fact).name, facts.get(fact).below) : scope.troubles();
    }

    /** The place of the first answer of a function. */
    int functionsAt() {
        return sections.size() + facts.size();
    }
}
