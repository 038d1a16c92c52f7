package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The gate that everything passes which this program prints: whatever text of the input is in it, no build service finds a
 * command and no terminal an escape sequence. A command of a build service gets a blank within ({@code ## [error]}), a character
 * that a terminal or a reader of lines would obey becomes the replacement character. Commands of the program itself pass by
 * {@link #command}, its colours and hyperlinks because they are known.
 *
 * <p>It is the same wherever the program runs: a container does not know whose log it writes. Formats with a way to write
 * such characters by their numbers do so, and nothing is left to change in them. Not safe for use by several threads.
 */
public final class LogWriter extends Writer {

    private static final char ESCAPE = '\u001B';
    private static final char DELETE = '\u007F';
    private static final String REPLACEMENT = "\uFFFD";

    private final Writer out;
    private final CommandWatch watch = new CommandWatch();

    /** A carriage return, or the beginning of an escape sequence, of which the next character tells what it is. */
    private String held = "";

    private LogWriter(Writer out) {
        this.out = out;
    }

    /** The gate before a writer: the writer itself where it is one. */
    public static LogWriter before(Writer out) {
        return out instanceof LogWriter gate ? gate : new LogWriter(out);
    }

    /**
     * A command of this program to a build service: a line of its own, whose parts are escaped as the service wants it. Another service,
     * which may read the log all the same, finds no command of its own in these.
     */
    void command(String line) throws IOException {
        release();
        String clean = Glyphs.clean(line);
        int begun = clean.startsWith("##") ? clean.indexOf('[') + 1 : "::".length();
        CommandWatch within = CommandWatch.withinLine();
        StringBuilder safe = new StringBuilder(clean.length()).append(clean, 0, begun);
        for (int i = begun; i < clean.length(); i++) {
            safe.append(within.completes(clean.charAt(i)) ? " " : "").append(clean.charAt(i));
        }
        out.append(safe).write('\n');
        watch.completes('\n');
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int end = from + length;
        int lastLine = held.isEmpty() && watch.isCalm() ? lastLineOfPlain(text, from, end) : -1;
        if (lastLine < 0) {
            sift(text, from, end);
            return;
        }
        out.write(text, from, length);
        for (int i = lastLine; i < end && (i == lastLine || !watch.isWithinText()); i++) {
            watch.completes(text[i]);
        }
    }

    /**
     * Where the last line begins of a text without a character that is ever obeyed, or of which commands are made: nearly all text is
     * such. Else -1.
     */
    private static int lastLineOfPlain(char[] text, int from, int end) {
        int line = from;
        for (int i = from; i < end; i++) {
            char c = text[i];
            if (c > ':') {
                if (c >= DELETE) {
                    return -1;
                }
            } else if (c == '\n') {
                line = i;
            } else if ((c < ' ' && c != '\t') || c == '#' || (c == ':' && i > from && text[i - 1] == ':')) {
                return -1;
            }
        }
        return line;
    }

    private void sift(char[] text, int from, int end) throws IOException {
        int done = from;
        for (int i = behindPlain(text, from, end); i < end; i = behindPlain(text, i + 1, end)) {
            char c = text[i];
            if (!held.isEmpty() && holds(c)) {
                done = i + 1;
            } else if (isHarmful(c)) {
                out.write(text, done, i - done);
                done = i + 1;
                hold(c);
            } else if (watch.completes(c)) {
                out.write(text, done, i - done);
                out.write(' ');
                done = i;
            }
        }
        out.write(text, done, end - done);
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        char[] characters = new char[length];
        text.getChars(from, from + length, characters, 0);
        write(characters, 0, length);
    }

    /** The first place from one on with a character that has to be looked at: within a line most need not be. */
    private int behindPlain(char[] text, int from, int end) {
        int i = from;
        if (watch.isWithinText() && held.isEmpty()) {
            while (i < end && isPlain(text[i])) {
                i++;
            }
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < DELETE && c != '#';
    }

    private static boolean isHarmful(char c) {
        if (c < ' ') {
            return c != '\n' && c != '\t';
        }
        return !Glyphs.isPlain(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        true;
                    default -> false;
                };
    }

    private void hold(char c) throws IOException {
        if (c == '\r' || c == ESCAPE) {
            held = String.valueOf(c);
        } else {
            out.write(REPLACEMENT);
        }
    }

    /** Whether a character goes on with what is held, which is then written or held on; else that is given up. */
    private boolean holds(char c) throws IOException {
        String longer = held + c;
        if (longer.equals("\r\n") || Colours.CODES.contains(longer) || Links.CODES.contains(longer)) {
            held = "";
            out.write(longer);
            watch.completes(c == '\n' ? '\n' : REPLACEMENT.charAt(0));
            return true;
        }
        if (isBeginning(longer, Colours.CODES) || isBeginning(longer, Links.CODES)) {
            held = longer;
            return true;
        }
        release();
        return false;
    }

    private static boolean isBeginning(String text, List<String> codes) {
        for (String code : codes) {
            if (code.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /** Writes what is held and is nothing known: without its first character it is text. */
    private void release() throws IOException {
        if (!held.isEmpty()) {
            String text = held.substring(1);
            held = "";
            out.write(REPLACEMENT);
            write(text);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        release();
        out.close();
    }
}
