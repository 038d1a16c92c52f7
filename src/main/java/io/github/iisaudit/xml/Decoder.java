package io.github.iisaudit.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Turns the bytes of a file into text, strictly: a byte that its encoding does not have is an error with its place,
 * never a replacement character.
 */
final class Decoder {

    private final String path;
    private final byte[] bytes;
    private final Encoding encoding;

    private Decoder(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.encoding = Encoding.of(bytes);
    }

    /**
     * @return the text without its byte order mark, never blank
     * @throws UnreadableXmlException where the bytes are no text in the {@link Encoding} in force, or there is none
     */
    static SourceText decode(String path, byte[] bytes) throws UnreadableXmlException {
        if (bytes.length == 0) {
            throw new UnreadableXmlException("the file is empty", new Span(new SourceText(path, ""), 0, 0));
        }
        return new Decoder(path, bytes).decode();
    }

    /** The text of a file in UTF-8 without a look at what is wrong in it; bytes that are no UTF-8 make the character U+FFFD. */
    static SourceText utf8(String path, byte[] bytes, Encoding encoding) {
        int mark = encoding.mark();
        return new SourceText(path, new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8));
    }

    private SourceText decode() throws UnreadableXmlException {
        if (encoding.isUtf32()) {
            throw at(0, "the file is in UTF-32, which IIS does not read", lenient());
        }
        if (!encoding.isUtf16() && hasNul()) {
            String text = lenient();
            throw at(Math.max(0, text.indexOf('\0')), "a NUL byte: the file is binary, not XML", text);
        }
        String text = strict();
        if (text.isBlank()) {
            throw at(0, "there is no root element, only white space", text);
        }
        if (text.startsWith("\uFEFF")) {
            throw at(0, "a second byte order mark before the text", text);
        }
        return new SourceText(path, text);
    }

    private String strict() throws UnreadableXmlException {
        ByteBuffer in = encoding.content(bytes);
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, in.position(), in.remaining(), StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return text; // the quick way, which shows what is wrong by this character
            }
        }
        CharsetDecoder decoder = decoder(CodingErrorAction.REPORT);
        CharBuffer out = room(in, decoder);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String bad = hex(in, result.length());
            String reason = bad + " not valid " + encoding.charset().name() + ", " + encoding.why();
            throw at(out.position(), reason, lenient());
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    /** The text with replacement characters, to show the line that holds a bad byte. */
    private String lenient() {
        ByteBuffer in = encoding.content(bytes);
        CharsetDecoder decoder = decoder(CodingErrorAction.REPLACE);
        CharBuffer out = room(in, decoder);
        decoder.decode(in, out, true);
        decoder.flush(out);
        return out.flip().toString();
    }

    private CharsetDecoder decoder(CodingErrorAction action) {
        return encoding.charset().newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    private static CharBuffer room(ByteBuffer in, CharsetDecoder decoder) {
        return CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
    }

    private boolean hasNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static String hex(ByteBuffer in, int length) {
        StringBuilder text = new StringBuilder(length == 1 ? "byte" : "bytes");
        for (int i = 0; i < length; i++) {
            text.append(String.format(Locale.ROOT, " 0x%02X", in.get(in.position() + i)));
        }
        return text.append(length == 1 ? " is" : " are").toString();
    }

    private UnreadableXmlException at(int offset, String reason, String text) {
        int end = Math.min(offset + 1, text.length());
        return new UnreadableXmlException(reason, new Span(new SourceText(path, text), offset, end));
    }
}
