package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.xml.EncodedText;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.Splice;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** A file that is to be changed: its tree, and its text in its encoding, with the same places. */
final class Workpiece {

    private final String file;
    private final EncodedText text;
    private final LocatedElement root;

    /** Elements by where their names and their attributes begin; empty before one is looked for. */
    private final Map<Spot, LocatedElement> byPlace = new HashMap<>();

    private record Spot(int line, int column) {}

    private Workpiece(String file, EncodedText text, LocatedElement root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /** Empty where the file is not as somebody wrote it, or cannot be read or written again. */
    static Optional<Workpiece> of(ConfigFile file) {
        if (!file.changes().areNone()) {
            return Optional.empty();
        }
        try {
            LocatedElement root = new XmlReader().read(file.path(), file.bytes());
            return EncodedText.of(file.path(), file.bytes()).map(text -> new Workpiece(file.path(), text, root));
        } catch (UnreadableXmlException e) {
            return Optional.empty();
        }
    }

    String file() {
        return file;
    }

    EncodedText text() {
        return text;
    }

    /** How new elements stand in it. */
    Layout layout() {
        return text.source().fact(Layout.class, () -> new Layout(text.source()));
    }

    /** Whether it is an applicationHost.config. */
    boolean isHost() {
        return root.element("system.applicationHost") != null;
    }

    /** The element that a finding points at, or of which it points at an attribute. */
    Optional<LocatedElement> at(Place place) {
        if (byPlace.isEmpty()) {
            index(root);
        }
        return Optional.ofNullable(byPlace.get(new Spot(place.line(), place.column())));
    }

    private void index(LocatedElement element) {
        index(element.nameSpan(), element);
        for (Attribute attribute : element.attributes()) {
            index(((LocatedAttribute) attribute).span(), element);
        }
        for (Element child : element.elements()) {
            index((LocatedElement) child);
        }
    }

    private void index(Span span, LocatedElement element) {
        byPlace.putIfAbsent(new Spot(span.line(), span.column()), element);
    }

    /** Takes an element away, with its lines where nothing else stands on them. */
    FileSplice without(LocatedElement element) {
        String all = text.source().text();
        int start = element.span().start();
        int from = start;
        while (from > 0 && isBlank(all.charAt(from - 1))) {
            from--;
        }
        int to = afterBlanks(all, element.span().end());
        boolean isAlone = (from == 0 || isEnd(all.charAt(from - 1))) && (to == all.length() || isEnd(all.charAt(to)));
        if (!isAlone) {
            return new FileSplice(file, new Splice(start, element.span().end(), ""));
        }
        int behind = afterEnd(all, to);
        boolean isBetweenEmptyLines = isEmptyLine(all, behind) && isEmptyLine(all, startOfLineBefore(all, from));
        int end = isBetweenEmptyLines ? afterEnd(all, afterBlanks(all, behind)) : behind;
        return new FileSplice(file, new Splice(from, end, ""));
    }

    private static int startOfLineBefore(String all, int start) {
        int end = start - (start > 1 && all.startsWith("\r\n", start - 2) ? 2 : Math.min(start, 1));
        return Math.max(all.lastIndexOf('\n', end - 1), all.lastIndexOf('\r', end - 1)) + 1;
    }

    private static boolean isEmptyLine(String all, int start) {
        int end = afterBlanks(all, start);
        return end < all.length() && isEnd(all.charAt(end));
    }

    private static int afterBlanks(String all, int from) {
        int to = from;
        while (to < all.length() && isBlank(all.charAt(to))) {
            to++;
        }
        return to;
    }

    private static int afterEnd(String all, int at) {
        if (at == all.length()) {
            return at;
        }
        return all.startsWith("\r\n", at) ? at + 2 : at + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Puts the text of one element where another is. */
    FileSplice instead(LocatedElement element, LocatedElement other) {
        Span span = element.span();
        return new FileSplice(
                file, new Splice(span.start(), span.end(), other.span().text()));
    }
}
