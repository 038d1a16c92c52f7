package io.github.iisaudit.cli;

import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.report.ConfirmFormat;
import io.github.iisaudit.report.Presentation;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file that verdicts are written to. */
record ConfirmOutput(ConfirmFormat format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ConfirmOutput> {

        @Override
        public ConfirmOutput convert(String text) {
            String[] parts = OutputFile.parts(text, "json=verdicts.json");
            return new ConfirmOutput(new Choice.OfConfirmFormat().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    void write(Examination examination, Presentation presentation) throws UsageException {
        new Destination(path).write(out -> format.render(examination, presentation.withoutColours(), out));
    }
}
