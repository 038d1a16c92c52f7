package io.github.iisaudit.source;

import java.util.ArrayList;
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
}
