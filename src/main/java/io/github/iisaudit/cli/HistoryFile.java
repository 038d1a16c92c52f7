package io.github.iisaudit.cli;

import io.github.iisaudit.history.History;
import io.github.iisaudit.report.HistoryFormat;
import io.github.iisaudit.report.Presentation;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file that a history is written to. */
record HistoryFile(HistoryFormat format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<HistoryFile> {

        @Override
        public HistoryFile convert(String text) {
            String[] parts = OutputFile.parts(text, "html=history.html");
            return new HistoryFile(new Choice.OfHistoryFormat().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    void write(History history, Presentation presentation) throws UsageException {
        new Destination(path).write(out -> format.render(history, presentation.withoutColours(), out));
    }
}
