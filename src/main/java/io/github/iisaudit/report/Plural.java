package io.github.iisaudit.report;

/** Counts in words. */
final class Plural {

    private Plural() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
