package io.github.iisaudit.evidence;

import java.nio.charset.StandardCharsets;

/** The values of one row after the other, as they stand in the bytes of a block. */
final class Row {

    private final byte[] bytes;

    /** The columns in force. */
    LogFields fields;

    /** Where each value begins, and after the last where another would. */
    int[] starts;

    Row(byte[] bytes, LogFields fields) {
        this.bytes = bytes;
        this.fields = fields;
        this.starts = new int[fields.size() + 2];
    }

    /** Goes on with other columns. */
    void use(LogFields columns) {
        fields = columns;
        starts = new int[columns.size() + 2];
    }

    boolean isNobody() {
        int user = starts[fields.user()];
        int to = starts[fields.user() + 1] - 1;
        return to - user == 1 && bytes[user] == '-' || to <= user;
    }

    /** Tells clients apart. */
    long client() {
        long hash = hash(fields.client(), 0);
        return fields.agent() < 0 ? hash : hash(fields.agent(), hash);
    }

    long hash(int field, long seed) {
        return LogHash.of(bytes, starts[field], starts[field + 1] - 1, seed);
    }

    /** Of digits alone; -1 for all else. */
    long number(int field) {
        int from = starts[field];
        int to = starts[field + 1] - 1;
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || to - from > 12) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from < to ? number : -1;
    }

    /** A value without quotation marks; empty where there is none. */
    String text(int field) {
        if (field < 0) {
            return "";
        }
        int from = starts[field];
        String text = new String(bytes, from, starts[field + 1] - 1 - from, StandardCharsets.UTF_8).replace("\"", "");
        return text.equals("-") ? "" : text;
    }
}
