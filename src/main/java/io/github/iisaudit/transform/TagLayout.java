package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The white space in a start tag: what stands before each attribute and before its end. Attributes that come later get what those
 * around them have, so that a tag of one attribute a line stays one. Empty for an element that a transform brought.
 */
final class TagLayout {

    /** Of the white space at the end of the tag. */
    private static final String END = "";

    private final List<String> order = new ArrayList<>();
    private final Map<String, String> spaces = new LinkedHashMap<>();
    private @Nullable String lineBreak;
    private @Nullable Boolean isOnePerLine;

    /** Adds the white space before an attribute of a name as written. */
    void add(String attribute, String space) {
        order.add(attribute);
        spaces.put(attribute, space);
    }

    void addEnd(String space) {
        spaces.put(END, space);
    }

    TagLayout copy() {
        TagLayout copy = new TagLayout();
        copy.order.addAll(order);
        copy.spaces.putAll(spaces);
        return copy;
    }

    /** The attributes that there are or were, in the order in which they are written. */
    List<String> order() {
        return order;
    }

    /** The white space before an attribute; null where the length of the line decides. */
    @Nullable
    String before(String attribute) {
        return spaces.get(attribute);
    }

    String beforeEnd() {
        return spaces.getOrDefault(END, "");
    }

    /** The line break and indent that a further attribute would get; null where nothing in the tag shows one. */
    @Nullable
    String lineBreak() {
        if (lineBreak == null) {
            lineBreak = spaces.values().stream()
                    .filter(TagLayout::breaksLine)
                    .findFirst()
                    .orElse(null);
        }
        return lineBreak;
    }

    /**
     * Takes notice of the attributes that there are by now.
     *
     * @param indent the line break and indent of attributes where the tag itself shows none
     */
    void update(List<Attribute> attributes, Supplier<String> indent) {
        if (attributes.isEmpty()) {
            if (!order.isEmpty()) {
                order.clear();
                spaces.clear();
            }
            return;
        }
        Map<String, Boolean> exists = new HashMap<>();
        order.forEach(name -> exists.put(name, false));
        for (Attribute attribute : attributes) {
            String name = attribute.name().written();
            if (exists.put(name, true) == null) {
                order.add(name);
            }
        }
        boolean isFirst = true;
        String kept = null;
        for (String name : order) {
            if (!exists.getOrDefault(name, false)) {
                kept = removed(name, isFirst, kept);
                continue;
            }
            if (kept != null) {
                inherit(name, kept, isFirst);
                kept = null;
            } else if (!spaces.containsKey(name)) {
                added(name, isFirst, indent);
            }
            isFirst = false;
        }
    }

    /** The white space that what follows a removed attribute gets, if it is more worth than its own. */
    private @Nullable String removed(String name, boolean isFirst, @Nullable String kept) {
        String space = spaces.remove(name);
        if (space == null) {
            return kept;
        }
        if (isFirst) {
            return kept == null ? space : kept;
        }
        return breaksLine(space) ? space : kept;
    }

    private void inherit(String name, String kept, boolean isFirst) {
        String space = spaces.get(name);
        if (isFirst || space == null || !breaksLine(space)) {
            spaces.put(name, kept);
        }
    }

    private void added(String name, boolean isFirst, Supplier<String> indent) {
        if (isFirst) {
            spaces.put(name, " ");
            return;
        }
        String found = lineBreak();
        if (found == null) {
            lineBreak = indent.get();
        }
        if (isOnePerLine()) {
            spaces.put(name, String.valueOf(lineBreak));
        }
    }

    /** Whether there is a line break between any two attributes; decided when the first one is added. */
    private boolean isOnePerLine() {
        Boolean known = isOnePerLine;
        if (known == null) {
            known = isEachOnItsLine();
            isOnePerLine = known;
        }
        return known;
    }

    private boolean isEachOnItsLine() {
        if (spaces.size() <= 1) {
            return false;
        }
        for (int i = 1; i < order.size(); i++) {
            String space = spaces.get(order.get(i));
            if (space != null && !breaksLine(space)) {
                return false;
            }
        }
        return true;
    }

    private static boolean breaksLine(String space) {
        return space.indexOf('\n') >= 0;
    }
}
