package io.github.iisaudit.cli;

import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a report is written to. */
record OutputFile(Format format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<OutputFile> {

        @Override
        public OutputFile convert(String text) {
            String[] parts = parts(text, "sarif=report.sarif");
            return new OutputFile(new Choice.OfFormat().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    /** What stands before and after the sign of equality. */
    static String[] parts(String text, String example) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new TypeConversionException("'" + text + "' is not FORMAT=FILE, such as " + example);
        }
        return new String[] {text.substring(0, equals), text.substring(equals + 1)};
    }

    /** The file of such parts, the first of which is known to be right. */
    static Path path(String text, String[] parts) {
        if (parts[1].equals("-")) {
            throw new TypeConversionException("'" + text + "' names no file; for standard output say --format "
                    + parts[0].toLowerCase(Locale.ROOT));
        }
        try {
            return Path.of(parts[1]);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' names no file");
        }
    }

    void write(Report report, Presentation presentation) throws UsageException {
        new Destination(path)
                .write(out -> format.reporter(presentation.withoutColours()).render(report, out));
    }
}
