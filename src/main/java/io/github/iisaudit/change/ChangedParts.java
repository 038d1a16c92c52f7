package io.github.iisaudit.change;

import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Element;

/**
 * Compares two versions of a file by what they say, so that white space, comments, the order of attributes and moved lines
 * are no change. Elements answer to each other by name and key.
 */
final class ChangedParts {

    private final List<Span> found = new ArrayList<>();

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
        List<Element> left = new ArrayList<>(before.elements());
        List<LocatedElement> other = new ArrayList<>();
        for (Element child : now.elements()) {
            if (!left.removeIf(new First(child)::matches)) {
                other.add((LocatedElement) child);
            }
        }
        other.forEach(child -> compareWithOneOf(left, child));
    }

    /** Matches the first element that says the same, and no second one. */
    private static final class First {

        private final Element child;
        private boolean isFound;

        First(Element child) {
            this.child = child;
        }

        boolean matches(Element candidate) {
            boolean matches = !isFound && isSame(candidate, child);
            isFound |= matches;
            return matches;
        }
    }

    private void compareWithOneOf(List<Element> candidates, LocatedElement child) {
        for (Element candidate : candidates) {
            if (Anchor.step(candidate).equals(Anchor.step(child))) {
                candidates.remove(candidate);
                compare(candidate, child);
                return;
            }
        }
        found.add(child.span());
    }

    private static boolean isSame(Element one, Element other) {
        List<Element> ones = one.elements();
        List<Element> others = other.elements();
        boolean isSame = one.getQualifiedName().equals(other.getQualifiedName())
                && ones.size() == others.size()
                && hasSameAttributes(one, other)
                && text(one).equals(text(other));
        for (int i = 0; isSame && i < ones.size(); i++) {
            isSame = isSame(ones.get(i), others.get(i));
        }
        return isSame;
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
