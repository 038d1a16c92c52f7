package io.github.iisaudit.config;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;

/** Tells an {@link Onlooker} what looking at one element of an effective document comes to. Not thread-safe. */
final class Watch {

    /** What kind of element it is. Of the root, what it holds beside attributes is its shape; of a site, some parts are told apart. */
    enum Role {
        ROOT,
        SITE,
        BINDING,
        /** The own element of a section, whose values are told apart. */
        SECTION,
        /** A pool, in which the schema alone tells what elements there are; values are told apart. */
        POOL,
        /** An element right below a pool. */
        IN_POOL,
        OTHER
    }

    private final Onlooker onlooker;
    private final Role role;
    private final Part part;

    /** The name of an element right below a pool; else empty. */
    private final String name;

    private boolean isBelow;

    /** Of the attributes of a section or a pool those that somebody asked for. */
    private List<Part> values = List.of();

    private Watch(Onlooker onlooker, Role role, Part part) {
        this(onlooker, role, part, "");
    }

    private Watch(Onlooker onlooker, Role role, Part part, String name) {
        this.onlooker = onlooker;
        this.role = role;
        this.part = part;
        this.name = name;
    }

    /** The watch of a root element. */
    static Watch root(Onlooker onlooker) {
        return new Watch(onlooker, Role.ROOT, Part.PATH);
    }

    /** The watch of an element that shows a part. */
    static Watch of(Onlooker onlooker, Part part) {
        Role role = switch (part.kind()) {
            case SITE -> Role.SITE;
            case SECTION -> Role.SECTION;
            case POOL -> Role.POOL;
            default -> Role.OTHER;
        };
        return new Watch(onlooker, role, part);
    }

    /** Whether it is somebody who is told. */
    boolean isFor(Onlooker other) {
        return onlooker == other;
    }

    /** Somebody asks for the attribute of a name. */
    void attribute(String name) {
        switch (role) {
            case ROOT -> ofRoot(name);
            case SITE -> onlooker.sees(name.equals("name") ? Part.SITE_NAME : part);
            case BINDING -> onlooker.sees(name.equals("protocol") || name.equals("host") ? Part.BINDINGS : part);
            case SECTION, POOL, IN_POOL -> onlooker.sees(value(name));
            default -> onlooker.sees(part);
        }
    }

    /** The same object for each who asks, for onlookers compare those first. */
    private Part value(String attribute) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).attribute().equals(attribute)) {
                return values.get(i);
            }
        }
        Part value = role == Role.SECTION ? Part.value(part.name(), attribute) : Part.ofPool(name, attribute);
        if (values.isEmpty()) {
            values = new ArrayList<>();
        }
        values.add(value);
        return value;
    }

    /** Somebody compares a name with the server's; asked of the root. */
    void serverName(Part asked) {
        onlooker.sees(asked);
    }

    private void ofRoot(String name) {
        Part asked = Part.ofScope(name);
        if (asked != null) {
            onlooker.sees(asked);
        }
    }

    /** Somebody asks for all attributes, or where it was written. */
    void all() {
        if (role == Role.ROOT) {
            onlooker.sees(Part.PATH);
            onlooker.sees(Part.KIND);
            onlooker.sees(Part.SERVER);
            onlooker.sees(Part.HOST);
            onlooker.sees(Part.GIVEN);
        } else {
            onlooker.sees(part);
        }
    }

    /** Somebody asks for what it holds; the bindings of a site are watched from then on. */
    void content(List<Node> content) {
        switch (role) {
            case ROOT -> {}
            case SITE -> {
                onlooker.sees(Part.BINDINGS);
                watch(content);
            }
            case POOL -> watch(content);
            default -> onlooker.sees(part);
        }
    }

    private void watch(List<Node> content) {
        for (int i = isBelow ? content.size() : 0; i < content.size(); i++) {
            if (content.get(i) instanceof EffectiveElement element) {
                element.watchedBy(
                        new Watch(onlooker, role == Role.SITE ? Role.BINDING : Role.IN_POOL, part, element.getName()));
            }
        }
        isBelow = true;
    }
}
