package io.github.iisaudit.rule;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.Step.Axis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what IIS would see at a path, in groups by the section that they look at, so that a scope looks each section up
 * once and builds none that no rule asks for. Safe for use by several threads.
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
     * Rules that start from the same elements.
     *
     * @param index its place among the groups
     * @param way from the root element to the one section; null for the root itself
     */
    record Group(int index, Subject subject, @Nullable Path way, List<Rule> rules) {}

    /** The sections to build, of those that a schema knows. */
    private record Wanted(Set<String> known, Set<String> sections) {}

    private final List<Group> groups = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private volatile Wanted wanted = new Wanted(Set.of(), Set.of());

    SectionRules(List<Rule> rules) {
        Map<String, List<Rule>> bySection = new LinkedHashMap<>();
        List<Rule> failing = new ArrayList<>();
        List<Rule> any = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.PATH) {
                read.addAll(rule.reads());
                if (rule.section().equals("*")) {
                    (rule.reads().contains("") ? any : failing).add(rule);
                } else {
                    bySection
                            .computeIfAbsent(rule.section(), section -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        bySection.forEach((section, all) -> add(Subject.ONE_SECTION, way(section), all));
        add(Subject.FAILING, null, failing);
        add(Subject.ANY_SECTION, null, any);
    }

    private void add(Subject subject, @Nullable Path way, List<Rule> rules) {
        if (!rules.isEmpty()) {
            groups.add(new Group(groups.size(), subject, way, rules));
        }
    }

    private static @Nullable Path way(String section) {
        Step step = null;
        for (int end = section.length(); end > 0; end = section.lastIndexOf('/', end - 1)) {
            String name = section.substring(section.lastIndexOf('/', end - 1) + 1, end);
            step = new Step(Axis.CHILD, name, Predicates.NONE, step);
        }
        return step == null ? null : Path.relative(step);
    }

    /** In the order in which they are held against a scope. */
    List<Group> groups() {
        return groups;
    }

    /** Whether a group can find anything at a scope. */
    static boolean concerns(Group group, Scope scope) {
        return group.subject != Subject.FAILING || scope.hasErrors();
    }

    /** The sections that the document of a scope must hold: for scopes of one schema the same object. */
    Set<String> wanted(Scope scope) {
        Wanted last = wanted;
        Set<String> known = scope.sectionNames();
        if (last.known != known) {
            Set<String> sections = new HashSet<>();
            for (String section : known) {
                if (PathsRead.touch(read, section)) {
                    sections.add(section);
                }
            }
            last = new Wanted(known, sections);
            wanted = last;
        }
        return last.sections;
    }

    /** The elements of a document that the rules of a group start from. That depends on the shape of the document alone. */
    static List<? extends Node> contexts(Group group, Scope scope, Element root, Focus focus) {
        return switch (group.subject) {
            case FAILING -> Contexts.failing(scope, root);
            case ANY_SECTION -> Contexts.sections(scope, root);
            default -> group.way == null ? List.of(root) : group.way.nodes(root, focus);
        };
    }
}
