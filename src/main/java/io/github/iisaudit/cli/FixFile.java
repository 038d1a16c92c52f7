package io.github.iisaudit.cli;

import io.github.iisaudit.report.FixFormat;
import io.github.iisaudit.report.FixReport;
import io.github.iisaudit.report.Presentation;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file that it is written to what would mend findings. */
record FixFile(FixFormat format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<FixFile> {

        @Override
        public FixFile convert(String text) {
            String[] parts = OutputFile.parts(text, "diff=fix.diff");
            return new FixFile(new Choice.OfFixFormat().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    void write(FixReport report, Presentation presentation) throws UsageException {
        new Destination(path).writeBytes(out -> format.render(report, presentation.withoutColours(), out));
    }
}
