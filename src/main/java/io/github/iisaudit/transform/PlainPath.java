package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An XPath as nearly all transforms have it: elements by their names from the root on, told apart by values of attributes; or
 * attributes of one element. Found in one walk over its text; all else is left to a full engine, and so is what may be wrong.
 */
final class PlainPath {

    private static final int LONGEST = 2000;

    private final String xpath;
    private final Map<String, String> namespaces;
    private int at;
    private boolean isOther;

    private PlainPath(String xpath, Map<String, String> namespaces) {
        this.xpath = xpath;
        this.namespaces = namespaces;
    }

    /** The nodes that an XPath selects, in document order; null where it is of another form. */
    static @Nullable List<Object> select(String xpath, Node from, Map<String, String> namespaces) {
        if (xpath.length() > LONGEST || xpath.length() < 2) {
            return null;
        }
        PlainPath path = new PlainPath(xpath, namespaces);
        if (xpath.charAt(0) == '@') {
            return from instanceof Element element ? path.attributes(element) : null;
        }
        Node top = from;
        while (top.parent() != null) {
            top = top.parent();
        }
        return top instanceof Document document ? path.elements(document) : null;
    }

    private @Nullable List<Object> elements(Document document) {
        List<Branch> found = List.of(document);
        while (at < xpath.length() && !isOther) {
            expect("/");
            found = step(found, document);
        }
        return isOther ? null : new ArrayList<>(found);
    }

    private List<Branch> step(List<Branch> above, Document document) {
        Name name = name();
        List<Equal> wanted = wanted();
        List<Branch> found = new ArrayList<>();
        for (Branch branch : above) {
            document.count(branch.children().size());
            for (Node child : branch.children()) {
                if (child instanceof Element element && isCalled(element.name(), name) && hasAll(element, wanted)) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    /** That an attribute has a value. */
    private record Equal(Name name, String value) {}

    /** Goes behind what elements are told apart by. */
    private List<Equal> wanted() {
        List<Equal> all = new ArrayList<>(1);
        if (isAt("[")) {
            String link = "[@";
            while (isAt(link)) {
                expect(link);
                all.add(equal());
                link = " and @";
            }
            expect("]");
        }
        return all;
    }

    private Equal equal() {
        Name name = name();
        isOther |= !name.uri().isEmpty();
        expect("='");
        int start = Math.min(at, xpath.length());
        int end = xpath.indexOf('\'', start);
        isOther |= end < 0;
        at = end < 0 ? xpath.length() : end + 1;
        return new Equal(name, end < 0 ? "" : xpath.substring(start, end));
    }

    private static boolean hasAll(Element element, List<Equal> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!has(element, wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Most values differ, so they are looked at first. */
    private static boolean has(Element element, Equal wanted) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.value().equals(wanted.value()) && isCalled(attribute, wanted.name())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable List<Object> attributes(Element element) {
        List<Name> names = new ArrayList<>();
        boolean areAll = xpath.equals("@*");
        while (at < xpath.length() && !isOther && !areAll) {
            expect(names.isEmpty() ? "@" : "|@");
            names.add(name());
        }
        if (isOther) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        for (Attribute attribute : names.size() == 1 ? called(names.get(0), element) : element.attributes()) {
            if (areAll ? !attribute.declaresNamespace() : isAnyCalled(attribute, names)) {
                found.add(new TreeNavigator.Held(element, attribute));
            }
        }
        return found;
    }

    /** An element has one of a name. */
    private static List<Attribute> called(Name name, Element element) {
        Attribute attribute = element.attribute(name.local(), name.uri());
        return attribute == null ? List.of() : List.of(attribute);
    }

    private static boolean isAnyCalled(Attribute attribute, List<Name> names) {
        for (int i = 0; i < names.size(); i++) {
            if (isCalled(attribute, names.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalled(Attribute attribute, Name name) {
        return !attribute.declaresNamespace() && isCalled(attribute.name(), name);
    }

    private static boolean isCalled(Name name, Name wanted) {
        return name.local().equals(wanted.local()) && name.uri().equals(wanted.uri());
    }

    private boolean isAt(String text) {
        return xpath.startsWith(text, at);
    }

    private void expect(String text) {
        isOther |= !isAt(text);
        at += text.length();
    }

    /** Goes behind a name. Some words are operators, depending on where they stand. */
    private Name name() {
        String first = word();
        if (!isAt(":")) {
            return new Name("", first, "");
        }
        at++;
        String uri = namespaces.get(first);
        isOther |= uri == null;
        return new Name(first, word(), uri == null ? "" : uri);
    }

    private String word() {
        at = Math.min(at, xpath.length());
        int start = at;
        while (at < xpath.length() && isNamePart(xpath.charAt(at), at == start)) {
            at++;
        }
        String word = xpath.substring(start, at);
        isOther |= word.isEmpty() || PathGuard.OPERATORS.contains(word);
        return word;
    }

    private static boolean isNamePart(char c, boolean isFirst) {
        boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        return isLetter || !isFirst && (c >= '0' && c <= '9' || c == '-' || c == '.');
    }
}
