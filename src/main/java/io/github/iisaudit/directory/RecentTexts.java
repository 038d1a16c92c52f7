package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Texts that come up again and again, such as the groups that many accounts are in: each is the same object as the last time. */
final class RecentTexts {

    private static final int SIZE = 1 << 12;

    private final byte[] @Nullable [] bytes = new byte[SIZE][];
    private final String[] texts = new String[SIZE];

    /** Of all ways to mix many bytes this one is in the processor. */
    private final CRC32 mixed = new CRC32();

    /** The text of some bytes in UTF-8. */
    String of(byte[] all, int start, int end) {
        mixed.reset();
        mixed.update(all, start, end - start);
        int slot = (int) mixed.getValue() & SIZE - 1;
        byte[] known = bytes[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, all, start, end)) {
            bytes[slot] = Arrays.copyOfRange(all, start, end);
            texts[slot] = new String(all, start, end - start, StandardCharsets.UTF_8);
        }
        return texts[slot];
    }
}
