package io.github.iisaudit.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes numbers and texts as bytes; a text that was written before is a number. Not safe for use by several threads. */
final class BlockWriter {

    private byte[] bytes = new byte[4096];
    private int length;
    private final Map<String, Integer> texts = new HashMap<>();

    /** A number that is not negative, in seven bits a byte, the lowest first. */
    void number(int value) {
        room(5);
        int rest = value;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A text: the number of the one that it repeats, or the next number and its characters. */
    void text(String text) {
        Integer known = texts.get(text);
        if (known != null) {
            number(known);
            return;
        }
        number(texts.size());
        texts.put(text, texts.size());
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        number(characters.length);
        room(characters.length);
        System.arraycopy(characters, 0, bytes, length, characters.length);
        length += characters.length;
    }

    <T> void list(List<T> items, Consumer<T> writer) {
        number(items.size());
        items.forEach(writer);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
