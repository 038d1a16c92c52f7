package io.github.iisaudit.cli;

import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Fails where a report could not be written or would overwrite another one, before anybody waits for an audit. */
    static void check(List<OutputFile> outputs) throws UsageException {
        Set<Path> files = new HashSet<>();
        for (OutputFile output : outputs) {
            check(output.path);
            Path file = output.path.toAbsolutePath().normalize();
            boolean isDevice = Files.exists(file) && !Files.isRegularFile(file);
            if (!isDevice && !files.add(file)) {
                throw new UsageException("two reports would be written to " + output.path);
            }
        }
    }

    /** Fails where a file could not be written. */
    static void check(Path path) throws UsageException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("cannot write " + path + ": there is no folder " + folder);
        }
        if (Files.isDirectory(path)) {
            throw new UsageException("cannot write " + path + ": it is a folder");
        }
        boolean isWritable = Files.exists(path) ? Files.isWritable(path) : Files.isWritable(folder);
        if (!isWritable) {
            throw new UsageException("cannot write " + path + ": permission denied");
        }
    }

    void write(Report report, Presentation presentation) throws UsageException {
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8))) {
            format.reporter(presentation.withoutColours()).render(report, out);
        } catch (AccessDeniedException e) {
            throw new UsageException("cannot write " + path + ": permission denied");
        } catch (IOException e) {
            throw new UsageException("cannot write " + path + ": " + e.getMessage());
        }
    }
}
