package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Builds effective documents: what IIS would see at one path as XML, every node with its {@link Origin}.
 *
 * <p>An element belongs to one document, so the subtree of a section that is the same at the next path is moved there: a document
 * is whole until the next one is built. Not thread-safe.
 */
final class EffectiveDocument {

    private final MadeElements made = new MadeElements();

    /** The sections that were last asked for, and the same in schema order. */
    private Set<String> wanted = Set.of();

    private List<String> inOrder = List.of();

    /** Sections in schema order; nearly always the same set, which nobody changes, is asked for in a row. */
    List<String> inOrder(Set<String> sections, Schema schema) {
        if (sections != wanted) {
            List<String> ordered = new ArrayList<>();
            for (String section : schema.paths()) {
                if (sections.contains(section)) {
                    ordered.add(section);
                }
            }
            wanted = sections;
            inOrder = ordered;
        }
        return inOrder;
    }

    /**
     * Starts a document.
     *
     * @param told what of it is looked at; may be null
     * @param shape where a document without errors may go on with one of the same shape; may be null
     */
    EffectiveElement scope(Scope visited, ServerConfiguration server, @Nullable Onlooker told, @Nullable Inputs shape) {
        EffectiveElement scope = new EffectiveElement("scope", null);
        scope.add(new EffectiveAttribute("path", visited.path(), null));
        scope.add(new EffectiveAttribute("kind", visited.kind().id(), null));
        scope.add(new EffectiveAttribute("server", server.name(), null));
        scope.add(new EffectiveAttribute("host", server.host(), null));
        scope.add(new EffectiveAttribute("given", server.isSingleFile() ? "file" : "folder", null));
        DocumentHelper.createDocument(scope);
        made.begin(scope, told, shape);
        scope.watchedBy(told == null ? null : Watch.root(told));
        return scope;
    }

    /** Adds an application, a virtual directory or a pool, without the entries of its collections. */
    void add(EffectiveElement scope, Part part, Node node) {
        String name = switch (part.kind()) {
            case APPLICATION -> "application";
            case POOL -> "applicationPool";
            default -> "virtualDirectory";
        };
        add(scope, made.part(name, part, node, () -> {
            ElementState alone = new ElementState(
                    node.state().attributes(), node.state().children(), List.of(), GranularLocks.NONE, null, null);
            return element(
                    name,
                    node.schema(),
                    alone,
                    Objects.requireNonNull(node.state().nearest()));
        }));
    }

    /** Adds a site: its attributes and its bindings, each with the host name that it answers to. */
    void addSite(EffectiveElement scope, Node site) {
        add(scope, made.part("site", Part.SITE, site, () -> {
            LocatedElement written = Objects.requireNonNull(site.state().nearest());
            return new EffectiveElement("site", Written.of(written), element -> fillSite(element, site));
        }));
    }

    private static void add(Element around, @Nullable EffectiveElement element) {
        if (element != null) {
            around.add(element);
        }
    }

    private static void fillSite(EffectiveElement element, Node site) {
        site.state()
                .attributes()
                .forEach((name, written) -> element.add(new EffectiveAttribute(name, written.value(), written)));
        ElementSchema bindings = Objects.requireNonNull(site.schema().elements().get("bindings"));
        for (ElementState.Entry entry : site.state().child("bindings").entries()) {
            element.add(
                    binding(entry, Objects.requireNonNull(bindings.collection()).entry()));
        }
    }

    private static EffectiveElement binding(ElementState.Entry entry, ElementSchema schema) {
        LocatedElement written = Objects.requireNonNull(entry.state().nearest());
        EffectiveElement binding = element("binding", schema, entry.state(), written);
        String information = entry.value("bindingInformation", schema);
        String host = information.substring(information.lastIndexOf(':') + 1);
        binding.add(new EffectiveAttribute("host", host, Written.of(written)));
        return binding;
    }

    /** Adds a section with its values, or with its error. */
    void add(EffectiveElement scope, SectionAt section) {
        String name = section.schema().name();
        Object from = section.missing().isEmpty() ? section.state() : section;
        addSection(scope, name, made.section(name, from, () -> section(section)));
    }

    /** Whether a section without missing files stands where it belongs since the last document. */
    boolean isThere(String section, SectionState state) {
        return made.isThere(section, state);
    }

    private static void addSection(Element scope, String name, @Nullable EffectiveElement section) {
        if (section != null) {
            group(scope, name).add(section);
        }
    }

    /** Adds a section without values, with an error that is certain or one that holds on a stock server. */
    void addFailing(EffectiveElement scope, String section, ConfigError error, boolean isAssumed) {
        addSection(scope, section, made.section(section, error, () -> {
            EffectiveElement element = new EffectiveElement(leaf(section), Troubles.origin(error));
            element.add(Troubles.error(error, isAssumed));
            return element;
        }));
    }

    /** Adds a section of which nothing can be known. */
    void addUnknown(EffectiveElement scope, String section, String reason, LocatedElement declaration) {
        addSection(scope, section, made.section(section, reason, () -> {
            EffectiveElement element = new EffectiveElement(leaf(section), Written.of(declaration));
            element.add(Troubles.unknown(new SectionState.Unknown(reason, declaration), declaration));
            return element;
        }));
    }

    private static Element group(Element scope, String section) {
        Element group = scope;
        int start = 0;
        for (int slash = section.indexOf('/'); slash >= 0; slash = section.indexOf('/', start)) {
            Element next = child(group, section, start, slash);
            if (next == null) {
                next = new EffectiveElement(section.substring(start, slash), null);
                group.add(next);
            }
            group = next;
            start = slash + 1;
        }
        return group;
    }

    /** The child whose name stands between two places of a path. */
    private static @Nullable Element child(Element group, String path, int start, int end) {
        for (int i = 0; i < group.nodeCount(); i++) {
            String name = group.node(i).getName();
            if (name.length() == end - start && path.startsWith(name, start)) {
                return (Element) group.node(i);
            }
        }
        return null;
    }

    private static EffectiveElement section(SectionAt section) {
        ElementSchema schema = section.schema();
        SectionState state = section.state();
        LocatedElement nearest = section.nearest();
        if (state.isSettled()) {
            EffectiveElement broken = new EffectiveElement(leaf(schema.name()), Written.of(nearest));
            broken.add(
                    state.error() != null
                            ? Troubles.error(state.error(), false)
                            : Troubles.unknown(Objects.requireNonNull(state.unknown()), nearest));
            return broken;
        }
        EffectiveElement element = element(leaf(schema.name()), schema, state.values(), nearest);
        if (state.assumed() != null) {
            element.add(Troubles.error(state.assumed(), true));
        }
        for (Missing missing : section.missing()) {
            EffectiveElement incomplete = new EffectiveElement("incomplete", null);
            incomplete.add(new EffectiveAttribute("file", missing.file(), null));
            incomplete.add(new EffectiveAttribute("reason", missing.reason(), null));
            element.add(incomplete);
        }
        return element;
    }

    private static EffectiveElement element(
            String name, ElementSchema schema, ElementState state, LocatedElement nearest) {
        return new EffectiveElement(name, Written.of(nearest), element -> fill(element, schema, state, nearest));
    }

    private static void fill(
            EffectiveElement element, ElementSchema schema, ElementState state, LocatedElement nearest) {
        for (AttributeSchema attribute : schema.attributes().values()) {
            Written written = state.attributes().get(attribute.name());
            String value = written == null ? attribute.normalisedDefault() : written.value();
            Origin origin = written == null ? new Origin.Default(nearest, attribute.name()) : written;
            element.add(new EffectiveAttribute(attribute.name(), value, origin));
        }
        state.attributes().forEach((open, written) -> {
            if (!schema.attributes().containsKey(open)) {
                element.add(new EffectiveAttribute(open, written.value(), written));
            }
        });
        for (ElementState.Entry entry : state.entries()) {
            ElementSchema inner = Objects.requireNonNull(schema.collection()).entry();
            LocatedElement written = Objects.requireNonNull(entry.state().nearest());
            element.add(element(entry.directive(), inner, entry.state(), written));
        }
        for (ElementSchema child : schema.elements().values()) {
            ElementState below = state.child(child.name());
            element.add(element(child.name(), child, below, Objects.requireNonNullElse(below.nearest(), nearest)));
        }
    }

    private static String leaf(String section) {
        return section.substring(section.lastIndexOf('/') + 1);
    }
}
