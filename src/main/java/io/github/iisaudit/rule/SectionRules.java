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
 * The rules about what IIS would see at a path, by the section that they look at, so that a scope looks each section up once and
 * builds none that no rule asks for. Not safe for use by several threads.
 */
final class SectionRules {

    /** Rules of one section, and the way there from the root element; null for the root itself. */
    private record Group(@Nullable Path way, List<Rule> rules) {}

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Rules about sections with an error or an unknown, and those about any section. */
    private final List<Rule> aboutFailing = new ArrayList<>();

    private final List<Rule> aboutAny = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    private @Nullable Set<String> sectionNames;
    private @Nullable Set<String> sections;

    SectionRules(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.PATH) {
                read.addAll(rule.reads());
                add(rule);
            }
        }
    }

    private void add(Rule rule) {
        if (!rule.section().equals("*")) {
            Group group = groups.get(rule.section());
            if (group == null) {
                group = new Group(way(rule.section()), new ArrayList<>());
                groups.put(rule.section(), group);
            }
            group.rules.add(rule);
        } else {
            (rule.reads().contains("") ? aboutAny : aboutFailing).add(rule);
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

    /** The root of a scope's document, which holds at least what the rules look at. */
    Element document(Scope scope) {
        if (read.contains("")) {
            return scope.document();
        }
        if (sections == null || sectionNames != scope.sectionNames()) {
            sectionNames = scope.sectionNames();
            sections = new HashSet<>();
            for (String section : sectionNames) {
                if (PathsRead.touch(read, section)) {
                    sections.add(section);
                }
            }
        }
        return scope.document(sections);
    }

    /** Adds what the rules find in the document of a scope. */
    void check(Scope scope, Element root, Focus focus, Drafts drafts) {
        List<String> paths = List.of(scope.path());
        for (Group group : groups.values()) {
            List<? extends Node> contexts = group.way == null ? List.of(root) : group.way.nodes(root, focus);
            for (Node context : contexts) {
                for (Rule rule : group.rules) {
                    drafts.check(rule, (Element) context, paths, focus);
                }
            }
        }
        boolean hasErrors = !aboutFailing.isEmpty() && scope.hasErrors();
        check(hasErrors ? Contexts.failing(scope, root) : List.of(), aboutFailing, paths, focus, drafts);
        check(aboutAny.isEmpty() ? List.of() : Contexts.sections(scope, root), aboutAny, paths, focus, drafts);
    }

    private static void check(
            List<Element> sections, List<Rule> rules, List<String> paths, Focus focus, Drafts drafts) {
        for (Element section : sections) {
            for (Rule rule : rules) {
                drafts.check(rule, section, paths, focus);
            }
        }
    }
}
