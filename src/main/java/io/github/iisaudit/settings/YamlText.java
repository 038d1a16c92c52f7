package io.github.iisaudit.settings;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The text of a settings file: UTF-8, with or without a byte order mark. */
final class YamlText {

    /** Far above any real settings. */
    static final int LARGEST = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /**
     * Decodes a file.
     *
     * @throws SettingsException where it is larger than 1 MiB or not UTF-8
     */
    static SourceText decode(String file, byte[] bytes) throws SettingsException {
        if (bytes.length > LARGEST) {
            throw new SettingsException(file + ": is larger than 1 MiB");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = decoded.flip().toString();
        boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        SourceText source = new SourceText(file, isMarked ? text.substring(1) : text);
        if (result.isError()) {
            int end = source.text().length();
            throw new SettingsException(new Span(source, end, end), "is not UTF-8 from here on");
        }
        return source;
    }
}
