package io.github.iisaudit.report;

/**
 * How a report is to look.
 *
 * @param version the version of the program
 * @param width columns that a line of text may take; at least 40
 * @param isColoured whether text has ANSI colours
 * @param isQuiet whether text leaves out the notices and the closing line
 * @param automation the automated run that it belongs to
 * @param detail how much of it is told
 * @param linkedFolder the URI of the folder that relative file names start from, for hyperlinks; empty for none
 */
public record Presentation(
        String version,
        int width,
        boolean isColoured,
        boolean isQuiet,
        Detail detail,
        Automation automation,
        String linkedFolder) {

    /** How wide text is where nobody says otherwise. */
    public static final int DEFAULT_WIDTH = 80;

    public Presentation {
        width = Math.max(40, width);
    }

    /** How much text tells. */
    public enum Detail {
        /** The first finding of each rule in full, the others in short. */
        ORDINARY,
        /** All there is. */
        FULL,
        /** Numbers and tables only. */
        SUMMARY
    }

    /** With all hyperlinks or none, and as much detail as is usual. */
    public Presentation(
            String version, int width, boolean isColoured, boolean isQuiet, Automation automation, String folder) {
        this(version, width, isColoured, isQuiet, Detail.ORDINARY, automation, folder);
    }

    /** Without hyperlinks. */
    public Presentation(String version, int width, boolean isColoured, boolean isQuiet, Automation automation) {
        this(version, width, isColoured, isQuiet, automation, "");
    }

    /** Plain text at the default width. */
    public static Presentation plain(String version) {
        return new Presentation(version, DEFAULT_WIDTH, false, false, Automation.NONE);
    }

    /** The same for this automated run. */
    public Presentation with(boolean isItQuiet, Automation run) {
        return new Presentation(version, width, isColoured, isItQuiet, detail, run, linkedFolder);
    }

    /** The same with more or less detail. */
    public Presentation with(Detail other) {
        return new Presentation(version, width, isColoured, isQuiet, other, automation, linkedFolder);
    }

    /** Whether all there is is told. */
    boolean isFull() {
        return detail == Detail.FULL;
    }

    /** Whether only numbers and tables are. */
    boolean isSummary() {
        return detail == Detail.SUMMARY;
    }

    /** The same for files, whoever is at the terminal: without colours and hyperlinks, at the default width. */
    public Presentation withoutColours() {
        return new Presentation(version, DEFAULT_WIDTH, false, isQuiet, detail, automation, "");
    }
}
