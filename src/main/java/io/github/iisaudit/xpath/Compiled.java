package io.github.iisaudit.xpath;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Expressions in compiled form, with whatever numbers and strings {@link Compilation} has put between them: numbers of seven bits
 * a byte, and strings by their place in a list. Immutable and safe for use by several threads; {@link Cursor} is not.
 */
public final class Compiled {

    private final byte[] bytes;
    private final Strings narrow;
    private final Strings wide;
    private final int body;

    /** Strings that stand one after the other in one text. */
    private record Strings(String text, int[] starts, String[] known) {

        /** Each is made once: many are asked for again, and know their hash by then. */
        String get(int index) {
            String string = known[index];
            if (string == null) {
                string = text.substring(starts[index], starts[index + 1]);
                known[index] = string;
            }
            return string;
        }
    }

    public Compiled(byte[] bytes) {
        this.bytes = bytes;
        Cursor cursor = new Cursor(0);
        // Decoding ASCII is copying; that is nearly all of the text.
        narrow = strings(cursor, StandardCharsets.ISO_8859_1);
        wide = strings(cursor, StandardCharsets.UTF_8);
        body = cursor.at;
    }

    private Strings strings(Cursor cursor, Charset charset) {
        int[] starts = new int[cursor.number() + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + cursor.number();
        }
        int size = cursor.number();
        String text = new String(bytes, cursor.at, size, charset);
        cursor.at += size;
        return new Strings(text, starts, new String[starts.length - 1]);
    }

    /** A string by the number that stands for it: even for ASCII, odd for others. */
    String string(int number) {
        return (number & 1) == 0 ? narrow.get(number >> 1) : wide.get(number >> 1);
    }

    /** At the first number or string. */
    public Cursor body() {
        return new Cursor(body);
    }

    public Cursor at(int offset) {
        return new Cursor(offset);
    }

    /** Reads on from a place. */
    public final class Cursor {

        private int at;

        private Cursor(int at) {
            this.at = at;
        }

        /** How far it is. */
        public int offset() {
            return at;
        }

        public int number() {
            int number = 0;
            int shift = 0;
            byte next = bytes[at++];
            while (next < 0) {
                number |= (next & 0x7F) << shift;
                shift += 7;
                next = bytes[at++];
            }
            return number | next << shift;
        }

        public String string() {
            return Compiled.this.string(number());
        }

        /** An expression that is read when it is first evaluated. */
        public SafeXPath xpath() {
            SafeXPath xpath = SafeXPath.compiled(Compiled.this, at);
            number();
            skip();
            return xpath;
        }

        /** Steps over what has its size before it. */
        public void skip() {
            int size = number();
            at += size;
        }

        /** An expression itself, which comes after its text and its size. */
        Expression expression() {
            number();
            number();
            return new ExpressionReader(this).expression();
        }
    }
}
