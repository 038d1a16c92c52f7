package io.github.iisaudit.directory;

import java.util.List;

/** What ldapsearch and ldbsearch say of a search in comments: what it asked for, how many objects it found, that it came to its end. */
final class SearchComments {

    private static final String REQUESTING = "# requesting: ";

    private static final List<String> BEGINNINGS = List.of("# extended LDIF", "# LDAPv3", "# record ");
    private static final List<String> ENDS = List.of("# numResponses: ", "# numEntries: ", "# returned ");

    /** Around the number of objects. */
    private static final List<List<String>> COUNTS = List.of(List.of("# numEntries: ", ""), List.of("# ", " entries"));

    private final LdifLines lines;
    private final Intake intake;
    private boolean isBegun;
    private boolean isFinished;

    /** How many objects stand before those that the next number counts. */
    private long counted;

    SearchComments(LdifLines lines, Intake intake) {
        this.lines = lines;
        this.intake = intake;
    }

    /**
     * Takes note of a line that is one.
     *
     * @param records how many objects were read before it
     */
    void read(long records) {
        if (lines.startsWithAny(BEGINNINGS)) {
            isBegun = true;
            isFinished = false;
        } else if (lines.startsWithAny(ENDS)) {
            isFinished = true;
        } else if (lines.startsWith(REQUESTING)) {
            requesting(lines.text().substring(REQUESTING.length()));
        }
        if (isBegun) {
            count(records);
        }
    }

    private void requesting(String attributes) {
        List<String> asked = List.of(attributes.strip().split(" +"));
        if (asked.contains("*")) {
            return;
        }
        for (String each : asked) {
            Attribute attribute = Attribute.of(each);
            if (attribute != null) {
                intake.ask(attribute);
            }
        }
    }

    /** Somebody took objects out where there are fewer than were found. */
    private void count(long records) {
        for (List<String> around : COUNTS) {
            String line = lines.startsWith(around.get(0)) ? lines.text().strip() : "";
            int start = around.get(0).length();
            int end = line.length() - around.get(1).length();
            if (start < end && line.endsWith(around.get(1)) && isNumber(line, start, end)) {
                if (records - counted < Long.parseLong(line.substring(start, end))) {
                    intake.miss();
                }
                counted = records;
            }
        }
    }

    private static boolean isNumber(String line, int start, int end) {
        boolean isNumber = end - start < 10;
        for (int i = start; i < end; i++) {
            isNumber &= line.charAt(i) >= '0' && line.charAt(i) <= '9';
        }
        return isNumber;
    }

    /** Whether a search was begun and its end is not there. */
    boolean isCut() {
        return isBegun && !isFinished;
    }
}
