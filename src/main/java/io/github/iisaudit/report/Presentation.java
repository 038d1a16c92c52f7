package io.github.iisaudit.report;

/**
 * How a report is to look.
 *
 * @param version the version of the program
 * @param width columns that a line of text may take; at least 40
 * @param isColoured whether text has ANSI colours
 * @param isQuiet whether text leaves out the notices and the closing line
 * @param automation the automated run that it belongs to
 */
public record Presentation(String version, int width, boolean isColoured, boolean isQuiet, Automation automation) {

    /** How wide text is where nobody says otherwise. */
    public static final int DEFAULT_WIDTH = 80;

    public Presentation {
        width = Math.max(40, width);
    }

    /** Plain text at the default width. */
    public static Presentation plain(String version) {
        return new Presentation(version, DEFAULT_WIDTH, false, false, Automation.NONE);
    }

    /** The same for this automated run. */
    public Presentation with(boolean isItQuiet, Automation run) {
        return new Presentation(version, width, isColoured, isItQuiet, run);
    }

    /** The same without colours, for files. */
    public Presentation withoutColours() {
        return new Presentation(version, width, false, isQuiet, automation);
    }
}
