package io.github.iisaudit.cli;

import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are known already. */
final class BaselineOptions {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "count only findings that are not in this file, and name those that are gone")
    @Nullable
    Path read;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "write the findings to this file, as a baseline of later runs")
    @Nullable
    Path write;

    /** Whether the run is there to accept what it finds: nothing is new to somebody who only writes a baseline. */
    boolean isOnlyWritten() {
        return write != null && read == null;
    }

    /** Adds the file that is written to those of the run. It may be the one that is read. */
    void check(Destinations destinations) throws UsageException {
        if (read != null && (write == null || !Destinations.isSame(read, write))) {
            destinations.reads(read.toString());
        }
        if (write != null) {
            destinations.add(write);
        }
    }

    /** Reads the baseline; empty where no option asks for one. */
    Optional<BaselineRun> open(List<ConfigSource> sources, Past past) throws UsageException, SourceException {
        if (read == null && write == null) {
            return Optional.empty();
        }
        Optional<BaselineFile> target = Optional.ofNullable(write).map(BaselineFile::new);
        if (read == null) {
            return Optional.of(BaselineRun.of(Optional.empty(), target, sources, Optional.empty()));
        }
        BaselineFile file = new BaselineFile(read);
        past.compare(ChangedSetting.Kind.BASELINE, read, file.name());
        return Optional.of(BaselineRun.of(Optional.of(file), target, sources, file.readAt(past)));
    }
}
