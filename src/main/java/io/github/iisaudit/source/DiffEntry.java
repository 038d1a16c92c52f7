package io.github.iisaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that git says differs from what it was.
 *
 * @param path in the work tree, with forward slashes
 * @param object the name of what it was; zeros where there was none
 * @see <a href="https://git-scm.com/docs/diff-format">the raw output format</a>
 */
record DiffEntry(String path, String object) {

    static final String NOTHING = "0";

    /** Whether there was no such file before. */
    boolean isNew() {
        return object.chars().allMatch(digit -> digit == '0');
    }

    /** Reads what {@code --raw -z --no-renames} gives: {@code :mode mode object object status} and the path, in turn. */
    static List<DiffEntry> parse(List<String> records) {
        List<DiffEntry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < records.size(); i += 2) {
            String[] fields = records.get(i).split(" ");
            boolean isSubmodule = fields.length > 2 && fields[0].endsWith("160000");
            entries.add(new DiffEntry(records.get(i + 1), fields.length > 2 && !isSubmodule ? fields[2] : NOTHING));
        }
        return entries;
    }

    /**
     * Reads what {@code cat-file --batch} gives: {@code object type size}, a line end, the content, a line end. Ends before
     * the first that is missing.
     */
    static List<byte[]> contents(byte[] output, int count) {
        List<byte[]> contents = new ArrayList<>();
        int at = 0;
        while (contents.size() < count) {
            int end = at;
            while (end < output.length && output[end] != '\n') {
                end++;
            }
            String[] head = new String(output, at, end - at, StandardCharsets.UTF_8).split(" ");
            if (head.length != 3) {
                return contents;
            }
            int size = Integer.parseInt(head[2]);
            contents.add(Arrays.copyOfRange(output, end + 1, end + 1 + size));
            at = end + 1 + size + 1;
        }
        return contents;
    }
}
