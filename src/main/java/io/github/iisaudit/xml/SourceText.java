package io.github.iisaudit.xml;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The decoded text of one file, which knows its lines. Lines end at LF, CR or CRLF. Safe for use by several threads. */
public final class SourceText {

    private final String path;
    private final String text;

    /** What else than names that say so holds secrets: {@code element/attribute}. */
    private final Set<String> secrets;

    /** How many lines stand above the text. */
    private final int above;

    // Made when a place is first told; threads that do so at the same time make the same.
    private volatile int @Nullable [] lineStarts;

    // What has been worked out from the file; made when somebody first does.
    private volatile @Nullable Map<Object, Object> facts;

    /**
     * @param path the file, relative to the root of its source, with forward slashes
     * @param text its characters, without a byte order mark
     */
    public SourceText(String path, String text) {
        this(path, text, Set.of(), 0);
    }

    private SourceText(String path, String text, Set<String> secrets, int above) {
        this.path = path;
        this.text = text;
        this.secrets = secrets;
        this.above = above;
    }

    /** A line of a file of which nothing else is at hand. */
    public static SourceText ofLine(String path, int line, String text) {
        return new SourceText(path, text, Set.of(), line - 1);
    }

    /** The same text, of which more is secret. */
    SourceText hiding(Set<String> more) {
        return more.isEmpty() ? this : new SourceText(path, text, more, above);
    }

    /** The attributes that hold secrets though their names do not say so, each as {@code element/attribute}. */
    Set<String> secrets() {
        return secrets;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** Whether it begins as XML does, however it goes on; so does what is empty. */
    boolean beginsAsXml() {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (!text.startsWith("<", start) || start + 1 == text.length()) {
            return start == text.length();
        }
        char next = text.charAt(start + 1);
        boolean isName = Character.isLetter(next) || next == '_' || next == ':';
        return isName || next == '!' || next == '/' || text.startsWith("<?xml", start);
    }

    /** A text with the same places, in which nothing can be read. */
    SourceText withheld() {
        StringBuilder blank = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            blank.append(c == '\n' || c == '\r' ? c : ' ');
        }
        return new SourceText(path, blank.toString(), secrets, above);
    }

    /**
     * What follows from the file alone and from nothing around it: worked out when it is first asked for, and kept as
     * long as the file, which many servers may share. Threads that ask at the same time may both work it out.
     *
     * @param question what it is, and whose; always answered with the same type
     */
    @SuppressWarnings("unchecked")
    public <T> T fact(Object question, Supplier<T> work) {
        Map<Object, Object> known = facts();
        Object answer = known.get(question);
        if (answer == null) {
            answer = work.get();
            known.put(question, answer);
        }
        return (T) answer;
    }

    private Map<Object, Object> facts() {
        Map<Object, Object> known = facts;
        if (known == null) {
            known = new ConcurrentHashMap<>(4);
            facts = known;
        }
        return known;
    }

    /** Whether a word stands anywhere in the text. Looked for once. */
    public boolean contains(String word) {
        return fact(word, () -> text.contains(word));
    }

    /** The line, counted from 1, on which an offset lies. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return above + (found >= 0 ? found + 1 : -found - 1);
    }

    private boolean isLine(int line) {
        return line > above && line - above <= lineStarts().length;
    }

    /** The offset at which a line begins. */
    int start(int line) {
        return lineStarts()[line - above - 1];
    }

    /** The column of an offset, counted from 1 in UTF-16 code units. */
    public int column(int offset) {
        return offset - start(line(offset)) + 1;
    }

    /** The offset of a line and column; the end of the text where there are none such. */
    int offset(int line, int column) {
        return isLine(line) && column >= 1 ? Math.min(start(line) + column - 1, text.length()) : text.length();
    }

    /**
     * What an editor would mark at an offset: a tag's beginning with its name, or the text up to white space, a
     * quote or a tag; empty at the end of the file.
     */
    Span wordAt(int offset) {
        int end = Math.min(offset + 1, text.length());
        while (end < text.length() && " \t\r\n\"'<>=".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean wholeTag = text.startsWith("<", offset) && text.startsWith(">", end);
        return new Span(this, offset, wholeTag ? end + 1 : end);
    }

    /** The text of a line without its end; empty where there is no such line. */
    public String lineText(int line) {
        if (!isLine(line)) {
            return "";
        }
        int end = isLine(line + 1) ? start(line + 1) : text.length();
        int start = start(line);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * The text of a line as it may be shown: a star for each character of a secret. What stands around it is looked at too, as far as
     * a secret goes that is not made to be overlooked.
     */
    public String shownLine(int line) {
        return fact(line, () -> new Shown(this).line(line));
    }

    /** Where the lines begin; not to be changed. */
    int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = LineStarts.of(text);
            lineStarts = starts;
        }
        return starts;
    }
}
