package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A record in bytes, written or read from its beginning to its end. Lengths and numbers that are small take one byte. */
final class Packed {

    private byte[] bytes;
    private int at;

    /** An empty one, to be written. */
    Packed() {
        this.bytes = new byte[256];
    }

    /** One that stands among others, to be read. */
    Packed(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Begins anew. */
    void clear() {
        at = 0;
    }

    int length() {
        return at;
    }

    void copyTo(byte[] target, int place) {
        System.arraycopy(bytes, 0, target, place, at);
    }

    private void makeRoom(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + more, 2 * bytes.length));
        }
    }

    void add(int number) {
        makeRoom(5);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    int number() {
        int number = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            number |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    void add(byte[] all, int start, int end) {
        int length = end - start;
        add(length);
        makeRoom(length);
        System.arraycopy(all, start, bytes, at, length);
        at += length;
    }

    String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    List<String> texts() {
        String[] all = new String[number()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text();
        }
        return List.of(all);
    }
}
