package io.github.iisaudit.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Some whole lines of a log.
 *
 * @param length how many bytes of the buffer
 * @param fields the columns in force where it begins
 * @param day of the header, in milliseconds since 1970, for rows without a date
 */
record LogBlock(Buffer buffer, int length, LogFields fields, long day) {

    /** The bytes of a block, and room for the same eight at a time: what was compiled once only reads an array fastest. */
    record Buffer(byte[] bytes, long[] words) {

        static Buffer create() {
            return new Buffer(new byte[LogBlocks.SIZE], new long[LogBlocks.SIZE / Long.BYTES]);
        }
    }

    byte[] bytes() {
        return buffer.bytes;
    }

    /** Its whole words, the first byte of each the lowest. */
    long[] words() {
        ByteBuffer.wrap(buffer.bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(buffer.words, 0, length / Long.BYTES);
        return buffer.words;
    }

    /** The same lines after other ones. */
    LogBlock after(LogFields otherFields, long otherDay) {
        return new LogBlock(buffer, length, otherFields, otherDay);
    }

    /** The columns in force after its first lines, which are mostly all that names some. */
    LogFields header() {
        LogFields header = fields;
        byte[] bytes = buffer.bytes;
        int line = 0;
        while (line < length && bytes[line] == '#') {
            String text = LogBlocks.line(bytes, line, length);
            header = LogBlocks.fields(text).orElse(header);
            line += 1;
            while (line < length && (bytes[line - 1] != '\n' && bytes[line - 1] != '\r' || bytes[line] == '\n')) {
                line++;
            }
        }
        return header;
    }
}
