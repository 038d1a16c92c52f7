package io.github.iisaudit.cli;

import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.TransformFormat;
import io.github.iisaudit.report.TransformFormat.Result;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** A file that a transformed document, or what is told of it, is written to. */
record TransformOutput(TransformFormat format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static TransformOutput of(String text) throws UsageException {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new UsageException("'" + text + "' is not FORMAT=FILE, such as text=web.config");
        }
        try {
            TransformFormat format = new Choice.OfTransformFormat().convert(text.substring(0, equals));
            return new TransformOutput(format, Path.of(text.substring(equals + 1)));
        } catch (TypeConversionException | InvalidPathException e) {
            throw new UsageException("--output " + text + ": " + e.getMessage());
        }
    }

    /** Writes it; a document only where a deployment would. */
    void write(Result result, Presentation presentation) throws UnwrittenException {
        if (format != TransformFormat.TEXT || result.isWritten()) {
            new Destination(path).write(out -> format.render(result, presentation.withoutColours(), out));
        }
    }
}
