package io.github.iisaudit.xml;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/**
 * Why a text is not well formed, and where: the JDK parser's complaint, said shorter, and put on the text at fault
 * instead of where the parser had come to.
 */
final class SyntaxError {

    static final String NO_DOCTYPE = "a DOCTYPE is not allowed: IIS configuration has none";
    static final String VERSION = "IIS reads XML of version 1.0 only";

    private static final Pattern CONFLICT = Pattern.compile("<{7}|={7}|>{7}");
    private static final Pattern UNENDED = Pattern.compile("XML document structures must start and end .*");
    private static final Pattern MISMATCH = Pattern.compile("The (element type|end-tag for element type) .* must .*");
    private static final Pattern TWICE = Pattern.compile("Attribute \"([^\"]*)\" was already specified .*");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{2,})\"");

    private final SourceText source;
    private final TreeBuilder tree;
    private final String complaint;
    private final int offset;

    SyntaxError(SourceText source, TreeBuilder tree, SAXParseException exception) {
        this.source = source;
        this.tree = tree;
        this.complaint = String.valueOf(exception.getMessage());
        this.offset = source.offset(exception.getLineNumber(), exception.getColumnNumber());
    }

    /** What the JDK parser stops at without a complaint of its own: a DOCTYPE inside the root element makes it lose its way. */
    static UnreadableXmlException unexplained(SourceText source, TreeBuilder tree) {
        int markup = Math.max(MarkupScanner.nextMarkup(source.text(), tree.position()), 0);
        boolean isDoctype = source.text().regionMatches(true, markup, "<!DOCTYPE", 0, "<!DOCTYPE".length());
        String reason = isDoctype ? NO_DOCTYPE : "markup that is not understood";
        return new UnreadableXmlException(reason, source.wordAt(markup));
    }

    UnreadableXmlException toException() {
        if (UNENDED.matcher(complaint).matches()) {
            return unended();
        }
        if (MISMATCH.matcher(complaint).matches() && tree.depth() > 0) {
            return mismatch();
        }
        Matcher twice = TWICE.matcher(complaint);
        return twice.matches() ? twice(twice.group(1)) : other();
    }

    /** The text ends inside of markup, or else inside of an element. */
    private UnreadableXmlException unended() {
        int markup = MarkupScanner.nextMarkup(source.text(), tree.position());
        if (markup >= 0 || tree.depth() == 0) {
            Span begin = source.wordAt(Math.max(markup, 0));
            return at(begin.start(), "\"" + begin.text() + "\" is never ended");
        }
        LocatedElement element = tree.innermost();
        String tag = "<" + element.getQualifiedName() + "> of line " + line(element);
        return at(source.text().length(), "the file ends before " + tag + " is closed");
    }

    private UnreadableXmlException mismatch() {
        LocatedElement element = tree.innermost();
        String due = "</" + element.getQualifiedName() + ">";
        return at(lastBefore("</"), "expected " + due + ", which closes the element of line " + line(element));
    }

    private UnreadableXmlException twice(String name) {
        List<AttributePlace> attributes = new MarkupScanner(source.text(), lastBefore("<")).startTag();
        int start = attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .skip(1)
                .mapToInt(AttributePlace::start)
                .findFirst()
                .orElse(offset);
        return at(start, "attribute \"" + name + "\" is given twice");
    }

    private UnreadableXmlException other() {
        for (KnownComplaint known : KnownComplaint.ALL) {
            Matcher matcher = known.complaint().matcher(complaint);
            if (matcher.matches()) {
                int start = lastBefore(known.begin());
                return at(start, bySight(start, matcher.replaceFirst(known.reason())));
            }
        }
        return at(offset, plain());
    }

    /** The parser's own words in the style of the other reasons. */
    private String plain() {
        String plain = complaint.replaceFirst("^JAXP\\d+: *", "").replaceFirst("\\.$", "");
        boolean sentence = plain.matches("(?s)[A-Z][a-z ].*");
        return sentence ? plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1) : plain;
    }

    /** What a person sees at once at the place, else the reason given. */
    private String bySight(int start, String reason) {
        String text = source.text();
        if (text.regionMatches(true, start, "<!DOCTYPE", 0, "<!DOCTYPE".length())) {
            return NO_DOCTYPE;
        }
        boolean conflict = source.column(start) == 1
                && CONFLICT.matcher(text).region(start, text.length()).lookingAt();
        return conflict ? "a merge conflict was left unresolved" : reason;
    }

    private static int line(LocatedElement element) {
        return element.span().line();
    }

    private int lastBefore(String begin) {
        int found = source.text().lastIndexOf(begin, offset - begin.length());
        return found >= 0 ? found : offset;
    }

    private UnreadableXmlException at(int start, String reason) {
        return new UnreadableXmlException(withoutSecrets(reason, source.line(start)), source.wordAt(start));
    }

    /** What a reason quotes may be a piece of a secret: it is left out if the lines hide it where it stands. */
    private String withoutSecrets(String reason, int line) {
        String written = source.lineText(line - 1) + "\n" + source.lineText(line);
        String shown = source.shownLine(line - 1) + "\n" + source.shownLine(line);
        String safe = reason;
        Matcher quoted = QUOTED.matcher(reason);
        while (quoted.find()) {
            String piece = quoted.group(1);
            boolean isHidden = written.contains(piece) && !shown.contains(piece);
            safe = isHidden ? safe.replace("\"" + piece + "\"", "\"" + SecretValue.STARS + "\"") : safe;
        }
        return safe;
    }
}
