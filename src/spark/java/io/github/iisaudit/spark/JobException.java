package io.github.iisaudit.spark;

/** Why a job cannot be done, in one line for whoever submitted it. */
final class JobException extends Exception {

    private static final int USAGE = 2;
    private static final int NOTHING = 3;
    private static final int FAULT = 4;

    private final int exitCode;

    private JobException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was asked for cannot be done. */
    static JobException ofUsage(String message) {
        return new JobException(message, USAGE);
    }

    /** There is nothing to audit. */
    static JobException ofNothing(String message) {
        return new JobException(message, NOTHING);
    }

    /** The program made a mistake. */
    static JobException ofFault(String message) {
        return new JobException(message + "; nothing was written, please report this", FAULT);
    }

    /** As the command line has it. */
    int exitCode() {
        return exitCode;
    }
}
