package io.github.iisaudit.cli;

import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a report is written to. */
record OutputFile(Format format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<OutputFile> {

        @Override
        public OutputFile convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0 || equals == text.length() - 1) {
                throw new TypeConversionException("'" + text + "' is not FORMAT=FILE, such as sarif=report.sarif");
            }
            Format format = new Choice.OfFormat().convert(text.substring(0, equals));
            if (text.endsWith("=-")) {
                throw new TypeConversionException(
                        "'" + text + "' names no file; for standard output say --format " + format.id());
            }
            try {
                return new OutputFile(format, Path.of(text.substring(equals + 1)));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' names no file");
            }
        }
    }

    void write(Report report, Presentation presentation) throws UsageException {
        new Destination(path)
                .write(out -> format.reporter(presentation.withoutColours()).render(report, out));
    }
}
