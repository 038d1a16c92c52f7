package io.github.iisaudit.cli;

import io.github.iisaudit.source.Opened;

/** What the program says to scripts. */
final class ExitCode {

    /** Nothing was found. */
    static final int CLEAN = 0;
    /** There are findings that count. */
    static final int FINDINGS = 1;
    /** The command line, a rule file or another file that was named on it cannot be used. */
    static final int USAGE = 2;
    /** Something could not be audited, or there was nothing to audit. */
    static final int INCOMPLETE = 3;
    /** The program is at fault. */
    static final int FAULT = 4;

    /** Ended from the keyboard. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** Of a run in which nothing could be audited: files of other kinds are wrong usage. */
    static int ofNothing(Opened opened) {
        return opened.isForeign() ? USAGE : INCOMPLETE;
    }
}
