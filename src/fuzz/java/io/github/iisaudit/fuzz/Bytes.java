package io.github.iisaudit.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a document is when it is written down: encodings, declarations that lie, and bytes that go wrong. */
final class Bytes {

    private final Dice dice;

    Bytes(Dice dice) {
        this.dice = dice;
    }

    /** Mostly plain UTF-8. */
    byte[] encoded(String xml) {
        String lines = dice.oneIn(4) ? xml.replace("\n", "\r\n") : xml;
        if (dice.oneIn(3)) {
            Charset charset = dice.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("UTF-32LE"));
            String name = dice.of(charset.name(), "utf-8", "utf-16", "windows-1252", "nonsense", "", "UTF-7");
            String declaration = dice.oneIn(3) ? "" : "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n";
            String mark = dice.oneIn(2) ? "\uFEFF" : "";
            return (mark + declaration + lines).getBytes(charset);
        }
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** Some bytes are others, are missing, or are there twice. */
    byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        if (damaged.length == 0) {
            return damaged;
        }
        int at = dice.below(damaged.length);
        int end = Math.min(damaged.length, at + 1 + dice.below(40));
        return switch (dice.below(5)) {
            case 0 -> Arrays.copyOf(damaged, at);
            case 1 -> joined(Arrays.copyOf(damaged, at), Arrays.copyOfRange(damaged, end, damaged.length));
            case 2 -> joined(Arrays.copyOf(damaged, end), Arrays.copyOfRange(damaged, at, damaged.length));
            case 3 -> {
                damaged[at] ^= (byte) (1 << dice.below(8));
                yield damaged;
            }
            default -> {
                damaged[at] =
                        dice.of((byte) '<', (byte) '&', (byte) 0, (byte) 0x1b, (byte) 0x9b, (byte) '"', (byte) 0xff);
                yield damaged;
            }
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
