package io.github.iisaudit.change;

import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of a file by what they say, so that white space, comments, the order of attributes and moved lines
 * are no change. Elements answer to each other by name and key.
 */
final class ChangedParts {

    /** Ends what is said in a key; no XML has it. */
    private static final char END = '\uFFFF';

    private final List<Span> found = new ArrayList<>();

    /** All that elements say, numbered. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Map<Element, Integer> ofElements = new IdentityHashMap<>();

    private ChangedParts() {}

    /**
     * What is new or other in the newer version: whole elements, or start tags where attributes changed. Of a location tag
     * whose attributes changed, all is other. What is gone is in neither.
     */
    static List<Span> between(LocatedElement before, LocatedElement now) {
        ChangedParts parts = new ChangedParts();
        parts.compare(before, now);
        return parts.found;
    }

    private void compare(Element before, LocatedElement now) {
        boolean hasOtherAttributes = !hasSameAttributes(before, now);
        if (hasOtherAttributes && now.getName().equals("location")
                || !text(before).equals(text(now))) {
            found.add(now.span());
            return;
        }
        if (hasOtherAttributes) {
            found.add(now.startTag());
        }
        compareChildren(before.elements(), now.elements());
    }

    /** What says the same answers to each other first, the earlier before the later; then what has the same name and key. */
    private void compareChildren(List<Element> before, List<Element> now) {
        Map<Integer, Deque<Element>> same = new HashMap<>();
        before.forEach(child ->
                same.computeIfAbsent(number(child), n -> new ArrayDeque<>()).add(child));
        List<Element> others = new ArrayList<>();
        for (Element child : now) {
            if (next(same, number(child)) == null) {
                others.add(child);
            }
        }
        Map<String, Deque<Element>> left = new HashMap<>();
        for (Element child : before) {
            Deque<Element> like = same.get(number(child));
            if (like != null && like.peek() == child) {
                like.remove();
                left.computeIfAbsent(Anchor.step(child), step -> new ArrayDeque<>())
                        .add(child);
            }
        }
        for (Element child : others) {
            Element candidate = next(left, Anchor.step(child));
            if (candidate == null) {
                found.add(((LocatedElement) child).span());
            } else {
                compare(candidate, (LocatedElement) child);
            }
        }
    }

    private static <K> @Nullable Element next(Map<K, Deque<Element>> all, K key) {
        Deque<Element> some = all.get(key);
        return some == null ? null : some.poll();
    }

    /** The same for two elements, of either version, if they say the same. */
    private int number(Element element) {
        Integer known = ofElements.get(element);
        if (known == null) {
            StringBuilder said = new StringBuilder(element.getQualifiedName());
            for (String attribute : attributes(element)) {
                said.append(END).append(attribute);
            }
            said.append(END).append(END).append(text(element));
            for (Element child : element.elements()) {
                said.append(END).append(number(child));
            }
            known = numbers.computeIfAbsent(said.toString(), text -> numbers.size());
            ofElements.put(element, known);
        }
        return known;
    }

    private static List<String> attributes(Element element) {
        List<String> all = new ArrayList<>(element.attributeCount());
        for (Attribute attribute : element.attributes()) {
            LocatedAttribute located = (LocatedAttribute) attribute;
            String hidden = located.isHidden() ? END + located.identity() : "";
            all.add(attribute.getNamespaceURI() + END + attribute.getName() + END + attribute.getValue() + hidden);
        }
        Collections.sort(all);
        return all;
    }

    private static boolean hasSameAttributes(Element one, Element other) {
        if (one.attributeCount() != other.attributeCount()) {
            return false;
        }
        for (Attribute attribute : one.attributes()) {
            LocatedAttribute match = (LocatedAttribute) other.attribute(attribute.getQName());
            if (match == null || !((LocatedAttribute) attribute).hasSameValue(match)) {
                return false;
            }
        }
        return true;
    }

    private static String text(Element element) {
        return element.getTextTrim();
    }
}
