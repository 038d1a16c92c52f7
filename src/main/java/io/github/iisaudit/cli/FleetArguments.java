package io.github.iisaudit.cli;

import io.github.iisaudit.Progress;
import picocli.CommandLine.Option;

/** How many servers are audited at a time, and whether somebody is told how far that is. */
final class FleetArguments {

    private static final int UNSAID = Integer.MIN_VALUE;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many servers are audited at the same time (default: one for each processor)")
    int jobs = UNSAID;

    /** At least one. */
    int jobs() throws UsageException {
        if (jobs < 1 && jobs != UNSAID) {
            throw new UsageException("--jobs wants a number from 1 on, not " + jobs);
        }
        return jobs == UNSAID ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    /** A line on the terminal, for more than one server. */
    static Progress progress(Console console, int servers, boolean isQuiet, Interruption interruption) {
        if (servers > 1 && !isQuiet && Terminal.isError()) {
            return new ProgressLine(console.terminal(), System::nanoTime, interruption::isAsked);
        }
        return new Progress() {
            @Override
            public boolean isCancelled() {
                return interruption.isAsked();
            }
        };
    }
}
