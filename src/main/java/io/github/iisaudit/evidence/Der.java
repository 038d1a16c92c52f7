package io.github.iisaudit.evidence;

import java.util.Arrays;
import java.util.Optional;

/**
 * One element of DER (X.690): its tag and where its content lies. What claims to be longer than what it lies in is none; of a token
 * that somebody cut, the outermost elements may lack their ends.
 *
 * @param from of the content
 * @param to after the content
 */
record Der(byte[] bytes, int tag, int from, int to) {

    private static final int MOST_LENGTH_BYTES = 4;

    /** The element that begins at a place; empty where there is none before the end. */
    static Optional<Der> at(byte[] bytes, int place, int end) {
        if (place < 0 || end > bytes.length || place > end - 2) {
            return Optional.empty();
        }
        int tag = bytes[place] & 0xFF;
        int first = bytes[place + 1] & 0xFF;
        int more = first < 0x80 ? 0 : first & 0x7F;
        int from = place + 2 + more;
        if (first == 0x80 || more > MOST_LENGTH_BYTES || from > end) {
            return Optional.empty();
        }
        long length = more == 0 ? first : 0;
        for (int i = 0; i < more; i++) {
            length = length << 8 | bytes[place + 2 + i] & 0xFF;
        }
        return length > end - from ? Optional.empty() : Optional.of(new Der(bytes, tag, from, from + (int) length));
    }

    /** The first element in it. */
    Optional<Der> first() {
        return at(bytes, from, to);
    }

    /** The element after it, within the one that both are in. */
    Optional<Der> next(Der parent) {
        return at(bytes, to, parent.to);
    }

    /** The first element in it of this tag. */
    Optional<Der> child(int wanted) {
        Optional<Der> child = first();
        while (child.isPresent() && child.get().tag != wanted) {
            child = child.get().next(this);
        }
        return child;
    }

    /** Whether its content is this. */
    boolean is(byte[] content) {
        return Arrays.equals(bytes, from, to, content, 0, content.length);
    }

    /** Whether its content begins with this. */
    boolean startsWith(byte[] content) {
        return to - from >= content.length
                && Arrays.equals(bytes, from, from + content.length, content, 0, content.length);
    }
}
