package io.github.iisaudit.fuzz;

import java.util.List;

/**
 * A promise that was broken.
 *
 * @param kind which one, in a word or two
 * @param where the output, or the line of the program: faults of one kind in one place are likely to be one
 * @param detail what was seen
 * @param call the command line; empty where it took several
 */
record Fault(String kind, String where, String detail, List<String> call) {

    /** The same for what is likely to be the same fault. */
    String likeness() {
        return kind + " in " + where;
    }
}
