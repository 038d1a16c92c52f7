package io.github.iisaudit.directory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is shown of a value that a source gives as bytes: the text that it is, and of anything else only that it is none. */
final class Legible {

    private static final String NONE = "a name that is not text";

    private Legible() {}

    /** The bytes of a text, else words in their place: what is no text may be a secret. */
    static byte[] of(Attribute name, byte[] value) {
        if (isText(value)) {
            return value;
        }
        return (name == Attribute.DN ? "CN=" + NONE : NONE).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isText(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
