package io.github.iisaudit.cli;

import io.github.iisaudit.report.AnswerFormat;
import io.github.iisaudit.report.ConfirmFormat;
import io.github.iisaudit.report.FixFormat;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.HistoryFormat;
import io.github.iisaudit.report.KerberosFormat;
import io.github.iisaudit.report.Presentation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file, and the format in which something is written to it. */
record OutputFile<F>(F format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    abstract static class Converter<F> implements ITypeConverter<OutputFile<F>> {

        private final Choice<F> formats;
        private final String example;

        Converter(Choice<F> formats, String example) {
            this.formats = formats;
            this.example = example;
        }

        /** The formats, as they are typed. */
        Choice<F> formats() {
            return formats;
        }

        @Override
        public OutputFile<F> convert(String text) {
            String[] parts = parts(text, example);
            return new OutputFile<>(formats.convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    static final class OfReport extends Converter<Format> {
        OfReport() {
            super(new Choice.OfFormat(), "sarif=report.sarif");
        }
    }

    static final class OfHistory extends Converter<HistoryFormat> {
        OfHistory() {
            super(new Choice.OfHistoryFormat(), "html=history.html");
        }
    }

    static final class OfFix extends Converter<FixFormat> {
        OfFix() {
            super(new Choice.OfFixFormat(), "diff=fix.diff");
        }
    }

    static final class OfKerberos extends Converter<KerberosFormat> {
        OfKerberos() {
            super(new Choice.OfKerberosFormat(), "json=kerberos.json");
        }
    }

    static final class OfConfirm extends Converter<ConfirmFormat> {
        OfConfirm() {
            super(new Choice.OfConfirmFormat(), "json=verdicts.json");
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

    /** Writes one of a run's files. */
    interface Part<F> {
        void write(F format, Destination to) throws UnwrittenException;
    }

    /** Writes all files, those too that come after one that cannot be written. */
    static <F> void each(Iterable<OutputFile<F>> files, Part<? super F> part) throws UnwrittenException {
        UnwrittenException first = null;
        for (OutputFile<F> file : files) {
            try {
                part.write(file.format, new Destination(file.path));
            } catch (UnwrittenException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Writes an answer to files of its formats. */
    static <T, F extends AnswerFormat<T>> void write(Iterable<OutputFile<F>> files, T answer, Presentation presentation)
            throws UnwrittenException {
        each(files, (format, to) -> to.write(out -> format.render(answer, presentation.withoutColours(), out)));
    }
}
