package io.github.iisaudit.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The findings that are accepted. As text it has one line for each, sorted, so that versions of it can be read side by side and
 * merged by line; in what order lines are read, and whether their ends are those of Windows, makes no difference. Immutable.
 *
 * @param version of the program that wrote it; empty where it does not say
 * @param entries sorted
 */
public record Baseline(String version, List<Entry> entries) {

    /** Nothing is accepted yet. */
    public static final Baseline EMPTY = new Baseline("", List.of());

    private static final int FORMAT = 1;
    private static final String HEADER = "# iisaudit baseline ";
    private static final String WRITTEN_BY = "# written by iisaudit ";
    private static final String FIELDS =
            "# accepted findings: server, file, rule, place by names, fingerprint; one a line, divided by tabs";
    private static final List<String> CONFLICTS = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    public Baseline {
        entries = entries.stream().sorted().toList();
    }

    /** What a program of this version has accepted. */
    static Baseline of(String version, Collection<Entry> entries) {
        return new Baseline(version, List.copyOf(entries));
    }

    /** The text of the file, with a line feed at the end of each line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(HEADER).append(FORMAT).append('\n');
        text.append(WRITTEN_BY).append(version).append('\n');
        text.append(FIELDS).append('\n');
        entries.forEach(entry -> text.append(EntryLine.of(entry)).append('\n'));
        return text.toString();
    }

    /**
     * Reads what {@link #text()} wrote, also when it was edited or merged since.
     *
     * @param file what messages call it
     * @throws InvalidBaselineException if it is no baseline, is of a format yet to come, or has a line that is no entry
     */
    public static Baseline read(String file, String text) throws InvalidBaselineException {
        String version = "";
        List<Entry> entries = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        refuseOther(file, lines.hasNext() ? lines.next().strip() : "");
        for (int number = 2; lines.hasNext(); number++) {
            String line = lines.next();
            if (line.startsWith(WRITTEN_BY)) {
                version = line.substring(WRITTEN_BY.length()).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(entry(file, number, line));
            }
        }
        return new Baseline(version, entries);
    }

    private static void refuseOther(String file, String first) throws InvalidBaselineException {
        if (isConflict(first)) {
            throw new InvalidBaselineException(file, 1, CONFLICT);
        }
        if (!first.startsWith(HEADER)) {
            throw new InvalidBaselineException(
                    file, 1, "this is no baseline: it would begin with \"" + HEADER + FORMAT + "\"");
        }
        String format = first.substring(HEADER.length());
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new InvalidBaselineException(
                    file,
                    1,
                    "this baseline is of format " + format + " and this version of the program reads " + FORMAT
                            + ": write it anew with --write-baseline " + file);
        }
    }

    private static final String CONFLICT =
            "a merge conflict is not resolved: keep the lines of both sides, or write the" + " baseline anew";

    private static Entry entry(String file, int number, String line) throws InvalidBaselineException {
        Optional<Entry> entry = EntryLine.read(line.stripTrailing());
        if (entry.isEmpty()) {
            throw new InvalidBaselineException(
                    file,
                    number,
                    isConflict(line)
                            ? CONFLICT
                            : "this is no finding: it would be server, file, rule, place and a fingerprint of 16"
                                    + " hexadecimal digits, divided by tabs");
        }
        return entry.get();
    }

    private static boolean isConflict(String line) {
        return CONFLICTS.stream().anyMatch(line::startsWith);
    }
}
