package io.github.iisaudit.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes by which people tell elements of one name apart. */
final class Keys {

    private static final List<String> NAMES =
            List.of("path", "name", "key", "value", "id", "extension", "users", "roles");

    private Keys() {}

    /** Whether any two nodes are, or lie in, elements of one name that are told apart by a key. */
    static boolean tellApart(List<Object> nodes) {
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(0) instanceof Element one && nodes.get(i) instanceof Element other && areApart(one, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areApart(@Nullable Element one, @Nullable Element other) {
        if (one == null || other == null || one == other) {
            return false;
        }
        for (String name : NAMES) {
            Attribute first = one.attribute(name);
            Attribute second = other.attribute(name);
            boolean isSame = first == null
                    ? second == null
                    : second != null && first.value().equals(second.value());
            if (!isSame) {
                return true;
            }
        }
        return areApart(above(one), above(other));
    }

    private static @Nullable Element above(Element element) {
        return element.parent() instanceof Element above ? above : null;
    }
}
