package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import java.util.Objects;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** Makes the elements of effective documents: what IIS would see at one path as XML, every node with its {@link Origin}. */
final class EffectiveDocument {

    /** Of a site: whether it has clients come over https, and redirects them there. */
    static final String HSTS = "hsts";

    private EffectiveDocument() {}

    /** A site with its attributes, its bindings and what is written of hsts, or another element of the tree of sites, without the entries of its collections. */
    static EffectiveElement element(String name, Node node) {
        LocatedElement written = Objects.requireNonNull(node.state().nearest());
        if (name.equals("site")) {
            return new EffectiveElement(name, Written.of(written), element -> fillSite(element, node));
        }
        ElementState alone = new ElementState(
                node.state().attributes(), node.state().children(), List.of(), GranularLocks.NONE, null, null);
        return element(name, node.schema(), alone, written);
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
        ElementState hsts = site.state().child(HSTS);
        if (hsts.nearest() != null) {
            ElementSchema schema =
                    Objects.requireNonNull(site.schema().elements().get(HSTS));
            element.add(element(HSTS, schema, hsts, hsts.nearest()));
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

    /** Adds a section to a document. */
    static void add(EffectiveElement scope, String path, EffectiveElement section) {
        group(scope, path).add(section.part(path));
    }

    /** A section without values, with an error that is certain or one that holds on a stock server. */
    static EffectiveElement failing(String section, ConfigError error, boolean isAssumed) {
        EffectiveElement element = new EffectiveElement(leaf(section), Troubles.origin(error));
        element.add(Troubles.error(error, isAssumed));
        return element;
    }

    /** A section of which nothing can be known. */
    static EffectiveElement unknown(String section, String reason, LocatedElement declaration) {
        EffectiveElement element = new EffectiveElement(leaf(section), Written.of(declaration));
        element.add(Troubles.unknown(new SectionState.Unknown(reason, declaration), declaration));
        return element;
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

    /** A section with its values, or with its error. */
    static EffectiveElement section(SectionAt section) {
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
