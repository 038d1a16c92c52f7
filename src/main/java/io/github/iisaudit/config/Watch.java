package io.github.iisaudit.config;

import java.util.List;
import org.dom4j.Node;

/** Tells an {@link Onlooker} what looking at one element of an effective document comes to. Not thread-safe. */
final class Watch {

    /** What kind of element it is. Of the root, what it holds beside attributes is its shape; of a site, some parts are told apart. */
    enum Role {
        ROOT,
        SITE,
        BINDING,
        OTHER
    }

    private final Onlooker onlooker;
    private final Role role;
    private final Part part;
    private boolean isBelow;

    private Watch(Onlooker onlooker, Role role, Part part) {
        this.onlooker = onlooker;
        this.role = role;
        this.part = part;
    }

    /** The watch of a root element. */
    static Watch root(Onlooker onlooker) {
        return new Watch(onlooker, Role.ROOT, Part.PATH);
    }

    /** The watch of an element that shows a part. */
    static Watch of(Onlooker onlooker, Part part) {
        return new Watch(onlooker, part == Part.SITE ? Role.SITE : Role.OTHER, part);
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
            default -> onlooker.sees(part);
        }
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
        if (role == Role.SITE) {
            onlooker.sees(Part.BINDINGS);
            if (!isBelow) {
                isBelow = true;
                watch(content);
            }
        } else if (role != Role.ROOT) {
            onlooker.sees(part);
        }
    }

    private void watch(List<Node> content) {
        Watch below = new Watch(onlooker, Role.BINDING, part);
        for (Node node : content) {
            if (node instanceof EffectiveElement element) {
                element.watchedBy(below);
            }
        }
    }
}
