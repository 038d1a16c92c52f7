package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dom4j.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * The locks inside a section: lockAttributes, lockAllAttributesExcept, lockElements, lockAllElementsExcept and lockItem. They are
 * legal on any element and bind the files below the one that sets them, not that file itself.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration">How to use locking</a>
 */
record GranularLocks(List<Rule> attributes, List<Rule> elements) {

    static final GranularLocks NONE = new GranularLocks(List.of(), List.of());

    private static final Set<String> NAMES =
            Set.of("lockAttributes", "lockAllAttributesExcept", "lockElements", "lockAllElementsExcept", "lockItem");

    /**
     * Where something was locked, and how deep the file lies that did it.
     *
     * @param doubt why it is not known whether it is locked, or null
     */
    record Lock(Span span, int depth, @Nullable String doubt) {

        /** Whether it binds a file of this depth. */
        boolean binds(int fileDepth) {
            return fileDepth > depth;
        }
    }

    /** Names that are locked, or ({@code isExcept}) the only ones that are not; {@code *} stands for all. */
    record Rule(List<String> names, boolean isExcept, Lock lock) {

        boolean covers(String name) {
            return names.contains("*") ? !isExcept : names.contains(name) != isExcept;
        }
    }

    static boolean isLockAttribute(String name) {
        return name.startsWith("lock") && NAMES.contains(name);
    }

    /** The lock on the attribute that another file than those of this depth has set; null where there is none. */
    @Nullable
    Lock onAttribute(String name, int depth) {
        return find(attributes, name, depth);
    }

    /** The lock on the element or directive that another file than those of this depth has set; null where there is none. */
    @Nullable
    Lock onElement(String name, int depth) {
        return find(elements, name, depth);
    }

    private static @Nullable Lock find(List<Rule> rules, String name, int depth) {
        if (rules.isEmpty()) {
            return null;
        }
        for (Rule rule : rules) {
            if (rule.lock.depth() != depth && rule.covers(name)) {
                return rule.lock;
            }
        }
        return null;
    }

    /**
     * These locks and those that an element sets.
     *
     * @throws Refusal for a name that the schema does not know: IIS then fails every read of the section
     */
    GranularLocks and(LocatedElement element, ElementSchema schema, int depth) throws Refusal {
        List<Rule> newAttributes = new ArrayList<>(attributes);
        List<Rule> newElements = new ArrayList<>(elements);
        for (Attribute a : element.attributes()) {
            String name = a.getName();
            if (NAMES.contains(name) && !name.equals("lockItem")) {
                boolean isOnAttributes = name.contains("Attributes");
                LocatedAttribute attribute = (LocatedAttribute) a;
                Rule rule = new Rule(
                        names(attribute.getValue()), name.endsWith("Except"), new Lock(attribute.span(), depth, null));
                check(rule, isOnAttributes, schema, element, attribute);
                (isOnAttributes ? newAttributes : newElements).add(rule);
            }
        }
        boolean isSame = newAttributes.size() == attributes.size() && newElements.size() == elements.size();
        return isSame ? this : new GranularLocks(newAttributes, newElements);
    }

    /** The lock that lockItem sets on an element; null where it is not there or false. */
    static @Nullable Lock item(LocatedElement element, int depth) {
        LocatedAttribute attribute = (LocatedAttribute) element.attribute("lockItem");
        if (attribute == null || attribute.getValue().equalsIgnoreCase("false")) {
            return null;
        }
        boolean isTrue = attribute.getValue().equalsIgnoreCase("true");
        String doubt = "it is not known how IIS reads lockItem=\"" + attribute.getValue() + "\"";
        return new Lock(attribute.span(), depth, isTrue ? null : doubt);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split("[,;|\\s]+")).filter(n -> !n.isEmpty()).toList();
    }

    private static void check(
            Rule rule, boolean isOnAttributes, ElementSchema schema, LocatedElement at, LocatedAttribute attribute)
            throws Refusal {
        for (String name : rule.names) {
            boolean isKnown = name.equals("*")
                    || schema.isOpaque()
                    || (isOnAttributes
                            ? schema.isOpen() || schema.attributes().containsKey(name)
                            : schema.knowsElement(name));
            if (!isKnown) {
                throw Refusal.of(
                                ErrorKind.BAD_LOCK_ATTRIBUTES,
                                attribute.getName() + " names \"" + name + "\", which <" + at.getName()
                                        + "> does not have")
                        .at(at, attribute);
            }
        }
    }
}
