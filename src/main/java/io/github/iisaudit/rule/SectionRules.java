package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what IIS would see at a path, in groups of those that look at the same: a scope is asked for that, and where it
 * answers as another one did the group says what it said there. Safe for use by several threads.
 */
final class SectionRules {

    /** Which elements the rules of a group look at. */
    private enum Subject {
        ONE_SECTION,
        /** Sections with an error or an unknown. */
        FAILING,
        ANY_SECTION
    }

    /**
     * Rules that start from the same elements and whose flags look at the same.
     *
     * @param question what is asked for its flags; of each rule, one after the other, what is asked for all that it says follows
     * @param way from the root element to the one section; null for the root itself
     */
    record Group(int question, Subject subject, @Nullable SafeXPath way, List<Rule> rules) {

        /** Whether it can find anything at a scope. */
        boolean concerns(Scope scope) {
            return subject != Subject.FAILING || scope.hasErrors();
        }

        /** The elements of a document that its rules start from. */
        List<? extends Node> contexts(Scope scope, Element root, Focus focus) {
            return switch (subject) {
                case FAILING -> Contexts.failing(scope, root);
                case ANY_SECTION -> Contexts.sections(scope, root);
                default -> way == null ? List.of(root) : way.nodes(root, focus);
            };
        }
    }

    /**
     * What is asked of scopes whose schema knows some sections.
     *
     * @param known the sections of the schema
     * @param sections those that any rule looks at
     * @param facts the paths at which any rule looks that lead to no section
     * @param functions those whose answers rules depend on; the question of each stands at its place behind those of the groups
     * @param places for each question those of its answers: sections first, then facts, then functions, then troubles
     */
    record Asked(
            Set<String> known, List<String> sections, List<Fact> facts, List<SafeXPath> functions, int[][] places) {

        /**
         * A path to a fact.
         *
         * @param name its first step
         * @param below what comes after it
         */
        record Fact(String name, String below) {

            static Fact of(String path) {
                int slash = path.indexOf('/');
                return slash < 0 ? new Fact(path, "") : new Fact(path.substring(0, slash), path.substring(slash + 1));
            }
        }

        /** All answers of a scope but those of functions. */
        Object[] answers(Content scope) {
            int functionsAt = functionsAt();
            Object[] answers = Arrays.copyOf(scope.sections(sections), functionsAt + functions.size() + 1);
            for (int i = 0; i < facts.size(); i++) {
                answers[sections.size() + i] = scope.fact(facts.get(i).name, facts.get(i).below);
            }
            answers[answers.length - 1] = scope.troubles();
            return answers;
        }

        /** The place of the first answer of a function. */
        int functionsAt() {
            return sections.size() + facts.size();
        }
    }

    /** What tells the path to a fact from one to a section. */
    private static final String FACT = "@";

    private final List<Group> groups = new ArrayList<>();

    /** What is looked at to answer a question. */
    private final List<Set<String>> questions = new ArrayList<>();

    /** How many of them are about rules; the others are about functions. */
    private final int ofRules;

    private final List<SafeXPath> functions = new ArrayList<>();

    private volatile @Nullable Asked asked;

    SectionRules(List<Rule> rules) {
        Map<List<Object>, List<Rule>> alike = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.PATH) {
                alike.computeIfAbsent(List.of(rule.section(), rule.reads().flag()), like -> new ArrayList<>())
                        .add(rule);
            }
        }
        alike.values().forEach(this::add);
        this.ofRules = questions.size();
        addFunctions();
    }

    private void addFunctions() {
        Set<String> answers = new TreeSet<>();
        for (Set<String> reads : questions) {
            for (String read : reads) {
                if (PathsRead.isAnswer(read)) {
                    answers.add(read);
                }
            }
        }
        for (String answer : answers) {
            functions.add(SafeXPath.call(answer));
            questions.add(PathsRead.behind(answer));
        }
    }

    private void add(List<Rule> rules) {
        Rule first = rules.get(0);
        Set<String> reads = first.reads().flag();
        boolean isAny = first.section().equals("*");
        Subject failing = reads.contains(PathsRead.TROUBLES) ? Subject.FAILING : Subject.ANY_SECTION;
        groups.add(new Group(
                questions.size(),
                isAny ? failing : Subject.ONE_SECTION,
                isAny || first.section().isEmpty() ? null : SafeXPath.elements(first.section()),
                rules));
        questions.add(reads);
        for (Rule rule : rules) {
            questions.add(rule.reads().all());
        }
    }

    /** How many things are asked. */
    int questions() {
        return questions.size();
    }

    /** The question for a function, by its place among them. */
    int ofFunction(int place) {
        return ofRules + place;
    }

    /** In the order in which they are held against a scope. */
    List<Group> groups() {
        return groups;
    }

    /** What is asked of a scope: for scopes of one schema the same object. */
    Asked asked(Scope scope) {
        Asked last = asked;
        if (last == null || last.known != scope.sectionNames()) {
            last = asked(scope.sectionNames());
            asked = last;
        }
        return last;
    }

    private Asked asked(Set<String> known) {
        Map<String, List<String>> ofPaths = new TreeMap<>();
        for (Set<String> reads : questions) {
            for (String path : reads) {
                ofPaths.computeIfAbsent(path, read -> sections(read, known));
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (List<String> sections : ofPaths.values()) {
            for (String section : sections) {
                places.putIfAbsent(section, places.size());
            }
        }
        List<String> sections = List.copyOf(places.keySet());
        List<Asked.Fact> facts = new ArrayList<>();
        for (Map.Entry<String, List<String>> path : ofPaths.entrySet()) {
            if (isOfFact(path.getKey(), path.getValue())) {
                facts.add(Asked.Fact.of(path.getKey()));
                places.put(FACT + path.getKey(), places.size());
            }
        }
        for (SafeXPath function : functions) {
            places.put(function.toString(), places.size());
        }
        int[][] ofQuestions = new int[questions.size()][];
        for (int i = 0; i < ofQuestions.length; i++) {
            ofQuestions[i] = places(questions.get(i), ofPaths, places);
        }
        return new Asked(known, sections, facts, functions, ofQuestions);
    }

    /** Whatever leads to no section that is known leads to a fact, or to nothing. The empty path leads to both. */
    private static boolean isOfFact(String path, List<String> sections) {
        return path.isEmpty() || (sections.isEmpty() && !path.equals(PathsRead.TROUBLES) && !PathsRead.isAnswer(path));
    }

    private static int[] places(Set<String> reads, Map<String, List<String>> ofPaths, Map<String, Integer> places) {
        BitSet own = new BitSet();
        own.set(places.size());
        for (String path : reads) {
            for (String section : Objects.requireNonNull(ofPaths.get(path))) {
                own.set(Objects.requireNonNull(places.get(section)));
            }
            Integer other = places.get(PathsRead.isAnswer(path) ? path : FACT + path);
            if (other != null) {
                own.set(other);
            }
        }
        int[] all = new int[own.cardinality()];
        for (int i = own.nextSetBit(0), next = 0; i >= 0; i = own.nextSetBit(i + 1)) {
            all[next++] = i;
        }
        return all;
    }

    private static List<String> sections(String read, Set<String> known) {
        List<String> sections = new ArrayList<>();
        for (String section : known) {
            if (PathsRead.touch(read, section)) {
                sections.add(section);
            }
        }
        return sections;
    }
}
