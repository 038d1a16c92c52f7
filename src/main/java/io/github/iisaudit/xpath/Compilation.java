package io.github.iisaudit.xpath;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what {@link Compiled} reads. The same calls give the same bytes. Used for one of these. */
public final class Compilation {

    private static final int SEVEN_BITS = 0x7F;

    /** Strings of ASCII and others, each with its place. */
    private final Map<String, Integer> narrow = new LinkedHashMap<>();

    private final Map<String, Integer> wide = new LinkedHashMap<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** All that was written. */
    public byte[] bytes() {
        byte[] body = bytes.toByteArray();
        bytes = new ByteArrayOutputStream();
        strings(narrow, StandardCharsets.ISO_8859_1);
        strings(wide, StandardCharsets.UTF_8);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private void strings(Map<String, Integer> strings, Charset charset) {
        number(strings.size());
        strings.keySet().forEach(string -> number(string.length()));
        byte[] all = String.join("", strings.keySet()).getBytes(charset);
        number(all.length);
        bytes.writeBytes(all);
    }

    /** Writes an expression with its text and its size. */
    public void xpath(SafeXPath xpath) {
        string(xpath.toString());
        sized(() -> new ExpressionWriter(this).write(xpath.expression()));
    }

    /** Writes something with its size before it, so that it can be stepped over. */
    public void sized(Runnable content) {
        ByteArrayOutputStream around = bytes;
        bytes = new ByteArrayOutputStream();
        content.run();
        byte[] written = bytes.toByteArray();
        bytes = around;
        number(written.length);
        bytes.writeBytes(written);
    }

    public void string(String string) {
        boolean isNarrow = string.chars().allMatch(c -> c <= SEVEN_BITS);
        Map<String, Integer> strings = isNarrow ? narrow : wide;
        strings.putIfAbsent(string, strings.size());
        number(strings.get(string) * 2 + (isNarrow ? 0 : 1));
    }

    public void number(int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            bytes.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        bytes.write(rest);
    }
}
