package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @param sections those that any rule looks at
     * @param facts the paths at which any rule looks that lead to no section
     * @param places for each question those of its answers: sections first, then facts, then troubles
     * @param names the first steps of the paths to facts
     * @param below what comes after these
     */
    record Asked(
            Set<String> known,
            List<String> sections,
            List<String> facts,
            int[][] places,
            String[] names,
            String[] below) {

        Asked(Set<String> known, List<String> sections, List<String> facts, int[][] places) {
            this(known, sections, facts, places, new String[facts.size()], new String[facts.size()]);
            for (int i = 0; i < names.length; i++) {
                int slash = facts.get(i).indexOf('/');
                names[i] = slash < 0 ? facts.get(i) : facts.get(i).substring(0, slash);
                below[i] = slash < 0 ? "" : facts.get(i).substring(slash + 1);
            }
        }

        /** All answers of a scope. */
        Object[] answers(Content scope) {
            Object[] answers = Arrays.copyOf(scope.sections(sections), sections.size() + facts.size() + 1);
            for (int i = 0; i < facts.size(); i++) {
                answers[sections.size() + i] = scope.fact(names[i], below[i]);
            }
            answers[answers.length - 1] = scope.troubles();
            return answers;
        }
    }

    private final List<Group> groups = new ArrayList<>();

    /** What is looked at to answer a question. */
    private final List<Set<String>> questions = new ArrayList<>();

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
        Set<String> sections = new LinkedHashSet<>();
        Set<String> facts = new LinkedHashSet<>();
        for (Set<String> reads : questions) {
            sections.addAll(sections(reads, known));
            facts.addAll(facts(reads, known));
        }
        List<String> allSections = List.copyOf(sections);
        List<String> allFacts = List.copyOf(facts);
        int[][] places = new int[questions.size()][];
        for (int i = 0; i < places.length; i++) {
            places[i] = places(questions.get(i), known, allSections, allFacts);
        }
        return new Asked(known, allSections, allFacts, places);
    }

    private static int[] places(Set<String> reads, Set<String> known, List<String> sections, List<String> facts) {
        List<String> ownSections = sections(reads, known);
        List<String> ownFacts = facts(reads, known);
        int[] places = new int[ownSections.size() + ownFacts.size() + 1];
        int next = 0;
        for (String section : ownSections) {
            places[next++] = sections.indexOf(section);
        }
        for (String fact : ownFacts) {
            places[next++] = sections.size() + facts.indexOf(fact);
        }
        places[next] = sections.size() + facts.size();
        return places;
    }

    private static List<String> sections(Set<String> reads, Set<String> known) {
        List<String> sections = new ArrayList<>();
        for (String section : known) {
            if (PathsRead.touch(reads, section)) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** Whatever leads to no section that is known leads to a fact, or to nothing. The empty path leads to both. */
    private static List<String> facts(Set<String> reads, Set<String> known) {
        List<String> facts = new ArrayList<>();
        for (String path : reads) {
            boolean isOfSections = sections(Set.of(path), known).isEmpty();
            if (path.isEmpty() || (isOfSections && !path.equals(PathsRead.TROUBLES))) {
                facts.add(path);
            }
        }
        return facts;
    }
}
