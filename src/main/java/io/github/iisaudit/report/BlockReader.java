package io.github.iisaudit.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a {@link BlockWriter} wrote. Not safe for use by several threads. */
final class BlockReader {

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    BlockReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int number() {
        int value = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            value |= (next & 0x7f) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return value | next << shift;
    }

    String text() {
        int known = number();
        if (known < texts.size()) {
            return texts.get(known);
        }
        int length = number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        texts.add(text);
        return text;
    }

    <T> List<T> list(Supplier<T> reader) {
        int size = number();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.get());
        }
        return size == 0 ? List.of() : items;
    }
}
