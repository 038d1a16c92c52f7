package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dom4j.Element;

/**
 * For which paths two applicationHost.config files may say something else. They are cut at location tags, sites and pools; those of one
 * target or name that are the same text in both say the same. What lies elsewhere, or is not plain, may concern every path.
 */
final class HostChanges {

    private static final String GROUP = "system.applicationHost";

    /** No path or name begins like that. */
    private static final String OTHER = "\n";

    private final Set<String> targets = new HashSet<>();
    private final Set<String> pools = new HashSet<>();
    private boolean isEverything;
    private boolean isOfSites;

    private HostChanges() {}

    static HostChanges between(LocatedElement was, LocatedElement is) {
        HostChanges changes = new HostChanges();
        if (was != is) {
            changes.compareRoots(was, is);
        }
        return changes;
    }

    /** The keys of paths: they and those below them may be concerned. */
    Set<String> targets() {
        return targets;
    }

    /** The keys of the names of pools: the paths that they serve may be concerned. */
    Set<String> pools() {
        return pools;
    }

    /** Whether every path may be. */
    boolean isEverything() {
        return isEverything;
    }

    /** Whether the sites are not all as they were. */
    boolean isOfSites() {
        return isOfSites;
    }

    private void compareRoots(LocatedElement was, LocatedElement is) {
        Set<String> changed = changed(was, is, HostChanges::target);
        if (changed.remove(OTHER + GROUP)) {
            compare(was, is, GROUP, this::compareGroups);
        }
        add(changed, targets);
    }

    private static String target(LocatedElement child) {
        LocationTag tag = new LocationTag(child, "");
        boolean isPlain = child.getName().equals("location")
                && tag.pathDoubt() == null
                && tag.error() == null
                && child.element(GROUP) == null;
        return isPlain ? ConfigPath.key(tag.target()) : OTHER + child.getName();
    }

    /** The other sections of the group are of the server alone. */
    private void compareGroups(LocatedElement was, LocatedElement is) {
        Set<String> changed = changed(was, is, Element::getName);
        if (changed.contains("sites")) {
            isOfSites = true;
            compare(was, is, "sites", (one, other) -> add(changed(one, other, it -> name(it, "site")), targets));
        }
        if (changed.contains("applicationPools")) {
            compare(
                    was,
                    is,
                    "applicationPools",
                    (one, other) -> add(changed(one, other, it -> name(it, "add")), pools));
        }
    }

    private static String name(LocatedElement child, String wanted) {
        return child.getName().equals(wanted)
                ? ConfigPath.key(child.attributeValue("name", ""))
                : OTHER + child.getName();
    }

    private void add(Set<String> changed, Set<String> names) {
        isEverything |= changed.stream().anyMatch(it -> it.isEmpty() || it.startsWith(OTHER));
        names.addAll(changed);
    }

    private interface Comparison {

        void of(LocatedElement was, LocatedElement is);
    }

    /** Compares what stands once in both. */
    private void compare(LocatedElement was, LocatedElement is, String name, Comparison comparison) {
        List<Element> old = was.elements(name);
        List<Element> now = is.elements(name);
        if (old.size() == 1 && now.size() == 1) {
            comparison.of((LocatedElement) old.get(0), (LocatedElement) now.get(0));
        } else {
            isEverything = true;
        }
    }

    /** The keys of the children that are not the same in both. */
    private Set<String> changed(LocatedElement was, LocatedElement is, Function<LocatedElement, String> key) {
        isEverything |= !isSame(was.startTag(), is.startTag());
        List<Element> old = was.elements();
        List<Element> now = is.elements();
        int both = Math.min(old.size(), now.size());
        int before = 0;
        while (before < both && isSame(old.get(before), now.get(before))) {
            before++;
        }
        int behind = 0;
        while (behind < both - before && isSame(old.get(old.size() - 1 - behind), now.get(now.size() - 1 - behind))) {
            behind++;
        }
        Map<String, List<String>> texts = texts(old.subList(before, old.size() - behind), key);
        Map<String, List<String>> others = texts(now.subList(before, now.size() - behind), key);
        Set<String> changed = new HashSet<>(texts.keySet());
        changed.addAll(others.keySet());
        changed.removeIf(it -> texts.getOrDefault(it, List.of()).equals(others.get(it)));
        return changed;
    }

    private static Map<String, List<String>> texts(List<Element> children, Function<LocatedElement, String> key) {
        Map<String, List<String>> texts = new HashMap<>();
        for (Element child : children) {
            LocatedElement element = (LocatedElement) child;
            texts.computeIfAbsent(key.apply(element), it -> new ArrayList<>())
                    .add(element.span().text());
        }
        return texts;
    }

    private static boolean isSame(Element was, Element is) {
        return isSame(((LocatedElement) was).span(), ((LocatedElement) is).span());
    }

    private static boolean isSame(Span was, Span is) {
        int length = was.end() - was.start();
        return length == is.end() - is.start()
                && was.source().text().regionMatches(was.start(), is.source().text(), is.start(), length);
    }
}
