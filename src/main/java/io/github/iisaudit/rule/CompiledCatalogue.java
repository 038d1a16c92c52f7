package io.github.iisaudit.rule;

import java.nio.charset.StandardCharsets;

/**
 * The compiled form of the program's rules, which the build leaves beside their files: numbers of seven bits a byte, and strings
 * by their place in one list. {@link CatalogueWriter} and this class and {@link ExpressionReader} know the form, nobody else.
 * Immutable and safe for use by several threads; {@link Cursor} is not.
 */
final class CompiledCatalogue {

    private final byte[] bytes;
    private final String text;

    /** Where each string begins in the text; one more for the end. */
    private final int[] starts;

    private final int body;

    CompiledCatalogue(byte[] bytes) {
        this.bytes = bytes;
        Cursor cursor = new Cursor(0);
        int count = cursor.number();
        starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + cursor.number();
        }
        int size = cursor.number();
        text = new String(bytes, cursor.at, size, StandardCharsets.UTF_8);
        body = cursor.at + size;
    }

    /** At the first rule. */
    Cursor body() {
        return new Cursor(body);
    }

    Cursor at(int offset) {
        return new Cursor(offset);
    }

    /** Reads on from a place. */
    final class Cursor {

        private int at;

        private Cursor(int at) {
            this.at = at;
        }

        int number() {
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

        String string() {
            int index = number();
            return text.substring(starts[index], starts[index + 1]);
        }

        /** An expression that is read when it is first evaluated. */
        SafeXPath xpath() {
            String source = string();
            int size = number();
            SafeXPath xpath = SafeXPath.compiled(source, CompiledCatalogue.this, at);
            at += size;
            return xpath;
        }
    }
}
