package io.github.iisaudit.rule;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @param when what has to hold of the one section, or {@value #NO_QUESTION}
     */
    record Group(int question, Subject subject, @Nullable SafeXPath way, int when, List<Rule> rules) {

        /** Whether it can find anything at a scope. */
        boolean concerns(Scope scope) {
            return subject != Subject.FAILING || scope.hasErrors();
        }

        /** What has to hold of the one section. */
        SafeXPath condition() {
            return rules.get(0).when().orElseThrow();
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

    /** Of a group whose flags are always asked. */
    private static final int NO_QUESTION = -1;

    private final List<Group> groups = new ArrayList<>();

    /** What is looked at to answer a question. */
    private final List<Set<String>> questions = new ArrayList<>();

    /** How many of them are about rules; the others are about functions. */
    private final int ofRules;

    private final List<SafeXPath> functions = new ArrayList<>();

    private final Asked.Looks looks;

    private volatile @Nullable Asked asked;

    SectionRules(List<Rule> rules) {
        Map<List<Object>, List<Rule>> alike = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.PATH) {
                List<Object> looks =
                        List.of(rule.section(), whenOf(rule), rule.reads().flag());
                alike.computeIfAbsent(looks, like -> new ArrayList<>()).add(rule);
            }
        }
        Map<String, Integer> conditions = new HashMap<>();
        alike.values().forEach(group -> add(group, conditions));
        this.ofRules = questions.size();
        addFunctions();
        this.looks = Asked.Looks.of(questions);
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

    private static String whenOf(Rule rule) {
        return rule.when().isEmpty() ? "" : rule.when().get().toString();
    }

    /** @param conditions the questions for what has to hold of sections, which groups share */
    private void add(List<Rule> rules, Map<String, Integer> conditions) {
        Rule first = rules.get(0);
        Integer when = NO_QUESTION;
        if (first.when().isPresent()) {
            String condition = first.section() + ' ' + whenOf(first);
            when = conditions.get(condition);
            if (when == null) {
                when = questions.size();
                conditions.put(condition, when);
                questions.add(first.reads().when());
            }
        }
        Set<String> reads = first.reads().flag();
        boolean isAny = first.section().equals("*");
        Subject failing = reads.contains(PathsRead.TROUBLES) ? Subject.FAILING : Subject.ANY_SECTION;
        groups.add(new Group(
                questions.size(),
                isAny ? failing : Subject.ONE_SECTION,
                isAny || first.section().isEmpty() ? null : SafeXPath.elements(first.section()),
                when,
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
        if (last == null || last.known() != scope.sectionNames()) {
            last = Asked.of(scope.sectionNames(), looks, functions);
            asked = last;
        }
        return last;
    }
}
