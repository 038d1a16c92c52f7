package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Texts that many records share, by numbers; found by their bytes, so that none is made of those that come up again. */
final class Interned {

    private final List<byte[]> texts = new ArrayList<>();

    /** Of all ways to mix many bytes this one is in the processor. */
    private final CRC32 mixed = new CRC32();

    /** Numbers by what their texts mix to, each one more than it is; 0 where there is none. */
    private int[] slots = new int[1024];

    private int[] mixes = new int[512];

    int number(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return number(encoded, 0, encoded.length);
    }

    /** That of a text in UTF-8. */
    int number(byte[] all, int start, int end) {
        mixed.reset();
        mixed.update(all, start, end - start);
        int mix = (int) mixed.getValue();
        int slot = mix & slots.length - 1;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (mixes[number] == mix && isSame(texts.get(number), all, start, end)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = texts.size() + 1;
        return add(Arrays.copyOfRange(all, start, end), mix);
    }

    private static boolean isSame(byte[] known, byte[] all, int start, int end) {
        return Arrays.equals(known, 0, known.length, all, start, end);
    }

    private int add(byte[] text, int mix) {
        int number = texts.size();
        texts.add(text);
        mixes[number] = mix;
        if (texts.size() == mixes.length) {
            mixes = Arrays.copyOf(mixes, 2 * mixes.length);
            slots = new int[2 * mixes.length];
            for (int i = 0; i < texts.size(); i++) {
                int slot = mixes[i] & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = i + 1;
            }
        }
        return number;
    }

    /** How many there are. */
    int size() {
        return texts.size();
    }

    String text(int number) {
        return new String(texts.get(number), StandardCharsets.UTF_8);
    }
}
