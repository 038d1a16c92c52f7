package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stars over the secrets in a stretch of markup, one for each character, so that columns stay. The markup need not be well formed:
 * what may belong to a secret is hidden too. Comments and CDATA sections are looked through as if they were none. Used for one stretch.
 */
final class MarkupMask {

    private final Resolved text;
    private final StringBuilder safe;
    private final List<Piece> tag = new ArrayList<>();

    /** The element all of whose text is secret, while within it; else empty. */
    private String secretElement = "";

    /** The element whose tag is looked at, where that matters. */
    private String element = "";

    /**
     * A part of a tag, by offsets of the resolved text: the value of an attribute, or what is none and has no name.
     *
     * @param isClosed whether a quote closes it; if none does it ends before the next tag
     */
    private record Piece(String name, int start, int end, boolean isClosed) {}

    private final Set<String> secrets;

    /** Whether it is the value of other markup: what a value within is, is not looked at. */
    private final boolean isWithin;

    private MarkupMask(String markup, Set<String> secrets, boolean isWithin) {
        this.isWithin = isWithin;
        this.secrets = secrets;
        this.text = Resolved.of(markup);
        this.safe = new StringBuilder(markup);
    }

    static String mask(String markup) {
        return mask(markup, Set.of());
    }

    /** @param secrets the attributes that are secret too, each as {@code element/attribute} */
    static String mask(String markup, Set<String> secrets) {
        return new MarkupMask(markup, secrets, false).mask();
    }

    private String mask() {
        int length = text.length();
        int start = 0;
        while (start < length) {
            int next = text.indexOf('<', start + 1, length);
            int end = next < 0 ? length : next;
            tagAndText(start, end);
            start = end;
        }
        return safe.toString();
    }

    /** A tag, or what begins a comment or a section, and the text behind it. */
    private void tagAndText(int start, int end) {
        tag.clear();
        int free = start;
        int from = start;
        for (int sign = text.indexOf('=', from, end); sign >= 0; sign = text.indexOf('=', from, end)) {
            int quote = text.behindSpace(sign + 1);
            if (quote < end && isQuote(text.at(quote))) {
                int name = nameStart(sign, free);
                tag.add(new Piece("", free, name, true));
                free = attribute(name, sign, quote, end);
                from = free;
            } else {
                from = sign + 1;
            }
        }
        boolean isTag = start + 1 < end && text.at(start) == '<' && text.at(start + 1) != '!';
        int close = isTag ? text.indexOf('>', free, end) : -1;
        if (close >= 0) {
            tag.add(new Piece("", free, close, true));
        }
        boolean isPair = namesSecret() || isTag && hasValue() && SecretName.isOfNode(name(start, end));
        element = secrets.isEmpty() ? "" : name(start, end);
        for (Piece piece : tag) {
            hide(piece, isPair, end);
        }
        if (close >= 0) {
            enter(start, close, isPair);
        }
        textBehind(close >= 0 ? close + 1 : free, end);
    }

    private int nameStart(int sign, int free) {
        int end = sign;
        while (end > free && TextWords.isSpace(text.at(end - 1))) {
            end--;
        }
        int start = end;
        while (start > free && Letters.isNameChar(text.at(start - 1))) {
            start--;
        }
        return start;
    }

    private int attribute(int name, int sign, int quote, int end) {
        int close = text.indexOf(text.at(quote), quote + 1, end);
        int valueEnd = close < 0 ? end : close;
        tag.add(new Piece(text.says(name, sign).strip(), quote + 1, valueEnd, close >= 0));
        return close < 0 ? end : close + 1;
    }

    /** Whether the key of a pair is one of a secret; it may have lost its quotes. */
    private boolean namesSecret() {
        for (Piece piece : tag) {
            boolean mayBeKey = piece.name.isEmpty()
                    ? text.indexOf('=', piece.start, piece.end) >= 0
                    : Secrets.isKeyOfPair(piece.name);
            if (mayBeKey && SecretKey.isSecret(text.says(piece.start, piece.end))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasValue() {
        for (Piece piece : tag) {
            if (Secrets.isValueOfPair(piece.name, "")) {
                return true;
            }
        }
        return false;
    }

    private void hide(Piece piece, boolean isPair, int end) {
        String value = text.says(piece.start, piece.end);
        if (piece.name.isEmpty()) {
            int sign = isPair ? text.indexOf('=', piece.start, piece.end) : -1;
            parts(piece.start, piece.end);
            star(sign < 0 ? piece.end : sign + 1, piece.end);
        } else if (isSecret(piece.name) || (isPair && Secrets.isValueOfPair(piece.name, value))) {
            boolean isCut = !piece.isClosed || goesOn(piece, end);
            star(piece.start, isCut ? cutEnd(piece, end) : SecretValue.isOpen(value) ? piece.start : piece.end);
        } else {
            parts(piece.start, piece.end);
            // A value that lost its closing quote has taken over the opening one of the next.
            boolean hasNext = piece.isClosed && value.stripTrailing().endsWith("=") && goesOn(piece, end);
            star(piece.end + 1, hasNext ? cutEnd(piece, end) : 0);
        }
    }

    private boolean isSecret(String attribute) {
        return SecretName.isOfNode(attribute) || (!secrets.isEmpty() && secrets.contains(element + "/" + attribute));
    }

    /** The name of the element whose tag begins at an offset. */
    private String name(int start, int end) {
        int nameEnd = start + 1;
        while (nameEnd < end && Letters.isNameChar(text.at(nameEnd))) {
            nameEnd++;
        }
        return nameEnd > end ? "" : text.says(start + 1, nameEnd);
    }

    /** Whether text follows where only white space or the end of the tag may. */
    private boolean goesOn(Piece piece, int end) {
        int next = piece.end + 1;
        return next < end && !TextWords.isSpace(text.at(next)) && "/>?".indexOf(text.at(next)) < 0;
    }

    /** As far as a value may go that is not written as it should be: to a quote on the line on which it ends, or to its end. */
    private int cutEnd(Piece piece, int end) {
        int from = piece.isClosed ? piece.end + 1 : end;
        int lineEnd = text.indexOf('\n', from, text.length());
        int last = lineEnd < 0 ? text.length() : lineEnd;
        int quote = text.indexOf(text.at(piece.start - 1), from, last);
        return quote < 0 ? last : quote;
    }

    private void enter(int start, int close, boolean isPair) {
        int nameEnd = start + 1;
        while (nameEnd < close && !TextWords.isSpace(text.at(nameEnd)) && text.at(nameEnd) != '/') {
            nameEnd++;
        }
        String name = text.says(start + 1, nameEnd);
        if (text.at(start + 1) == '/') {
            String ended = text.says(start + 2, close).strip();
            secretElement = ended.equals(secretElement) ? "" : secretElement;
        } else if (secretElement.isEmpty() && text.at(close - 1) != '/') {
            secretElement = isPair || SecretName.isOfNode(name) ? name : "";
        }
    }

    private void textBehind(int start, int end) {
        if (secretElement.isEmpty()) {
            parts(start, end);
        } else if (!SecretValue.isOpen(text.says(start, end).strip())) {
            star(start, end);
        }
    }

    private void parts(int start, int end) {
        String said = text.says(start, end);
        if (!isWithin && said.indexOf('<') >= 0) {
            markupWithin(said, start);
        }
        int[] parts = SecretParts.in(said);
        for (int i = 0; i < parts.length; i += 2) {
            star(start + parts[i], start + parts[i + 1]);
        }
    }

    /** Markup that is written with references is some to whoever reads the value. */
    private void markupWithin(String said, int start) {
        String masked = new MarkupMask(said, secrets, true).mask();
        for (int i = 0; i < said.length(); i++) {
            if (masked.charAt(i) != said.charAt(i)) {
                star(start + i, start + i + 1);
            }
        }
    }

    /** Line ends and blanks at the ends of lines stay: a value may go over several lines. */
    private void star(int start, int end) {
        for (int i = start < end ? text.offset(start) : 0; start < end && i < text.offset(end); i++) {
            char c = safe.charAt(i);
            safe.setCharAt(i, c == '\n' || c == '\r' ? c : '*');
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
