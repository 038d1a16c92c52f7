package io.github.iisaudit.xml;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding in force for a file: its byte order mark's, or else that of its first bytes, or else the declared
 * one, or else UTF-8. A declaration that cannot be true, such as UTF-16 in a file of single bytes, is passed over.
 *
 * @param charset how to decode it
 * @param mark the length of the byte order mark
 * @param why this one, in words that follow its name and a comma
 */
record Encoding(Charset charset, int mark, String why) {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    // UTF-32 before UTF-16, whose signatures it begins with.
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("\u00FF\u00FE\0\0", UTF_32LE, true),
            new Signature("\0\0\u00FE\u00FF", UTF_32BE, true),
            new Signature("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8, true),
            new Signature("\u00FF\u00FE", StandardCharsets.UTF_16LE, true),
            new Signature("\u00FE\u00FF", StandardCharsets.UTF_16BE, true),
            new Signature("<\0\0\0", UTF_32LE, false),
            new Signature("\0\0\0<", UTF_32BE, false),
            new Signature("<\0", StandardCharsets.UTF_16LE, false),
            new Signature("\0<", StandardCharsets.UTF_16BE, false));

    /** How nearly all files begin, which needs no expression. */
    private static final String USUAL = "<?xml version=\"1.0\" encoding=\"utf-8\"";

    private static final String BEGIN = "<?xml";

    private static final String DECLARED = "the declared encoding";

    private static final int LONGEST_DECLARATION = 1000;

    /**
     * First bytes, each as the character of its number, that give an encoding away; as a byte order mark, or with a
     * tag.
     */
    private record Signature(String first, Charset charset, boolean isMark) {

        Encoding encoding() {
            return isMark
                    ? new Encoding(charset, first.length(), "the encoding of its byte order mark")
                    : new Encoding(charset, 0, "the encoding that its first bytes show");
        }
    }

    static Encoding of(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (head.startsWith(signature.first)) {
                return signature.encoding();
            }
        }
        return declared(head);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    boolean isUtf32() {
        return charset.equals(UTF_32BE) || charset.equals(UTF_32LE);
    }

    /** Whether a NUL byte can be half of a character. */
    boolean isUtf16() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    /** The bytes after the byte order mark. */
    ByteBuffer content(byte[] bytes) {
        return ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    }

    private static Encoding declared(String head) {
        if (head.regionMatches(true, 0, USUAL, 0, USUAL.length()) && head.startsWith(BEGIN)) {
            return new Encoding(StandardCharsets.UTF_8, 0, DECLARED);
        }
        Matcher declaration = head.startsWith(BEGIN) ? Unusual.DECLARATION.matcher(head) : null;
        if (declaration == null || !declaration.lookingAt()) {
            return new Encoding(StandardCharsets.UTF_8, 0, "the encoding of a file that declares none");
        }
        String name = declaration.group(1);
        try {
            Charset charset = Charset.forName(name);
            return canHaveWritten(charset, declaration.group())
                    ? new Encoding(charset, 0, DECLARED)
                    : utf8("tried because the declared \"" + name + "\" cannot be");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return utf8("tried because the declared \"" + name + "\" is unknown");
        }
    }

    /** Made where a file does not begin as usual. */
    private static final class Unusual {

        static final Pattern DECLARATION =
                Pattern.compile("<\\?xml\\s(?:[^>]*?\\s)?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");
    }

    private static Encoding utf8(String why) {
        return new Encoding(StandardCharsets.UTF_8, 0, why);
    }

    /** Not so for UTF-16 and others in which the declaration would have had other bytes. */
    private static boolean canHaveWritten(Charset charset, String declaration) {
        byte[] found = declaration.getBytes(StandardCharsets.ISO_8859_1);
        return charset.canEncode() && Arrays.equals(declaration.getBytes(charset), found);
    }
}
