package io.github.iisaudit.cli;

import io.github.iisaudit.report.Presentation.Detail;
import picocli.CommandLine.Option;

/** How much text tells. */
final class DetailOptions {

    @Option(names = "--quiet", description = "text: findings only, no table, no notices and no closing line")
    boolean isQuiet;

    @Option(names = "--summary", description = "text: the table and how many findings each rule has, nothing else")
    boolean isSummary;

    @Option(
            names = "--full",
            description = "text: all there is: every application, every finding with all its paths and notes,"
                    + " those too that do not count")
    boolean isFull;

    void check() throws UsageException {
        if (isFull && (isSummary || isQuiet) || isSummary && isQuiet) {
            throw new UsageException("--full, --summary and --quiet cannot be combined");
        }
    }

    /** What was asked for; one of them at most. */
    Detail detail() {
        if (isFull) {
            return Detail.FULL;
        }
        return isSummary ? Detail.SUMMARY : Detail.ORDINARY;
    }
}
