package io.github.iisaudit.cli;

import io.github.iisaudit.report.ClientFix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * A roll-out file and where it goes.
 *
 * @param path null for standard output
 */
record FixOutput(ClientFix fix, @Nullable Path path) {

    /** Reads {@code KIND} or {@code KIND=FILE}. */
    static final class Converter implements ITypeConverter<FixOutput> {

        @Override
        public FixOutput convert(String text) {
            if (text.indexOf('=') < 0) {
                return new FixOutput(new Choice.OfClientFix().convert(text), null);
            }
            String[] parts = OutputFile.parts(text, "reg=fix.reg");
            return new FixOutput(new Choice.OfClientFix().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    /** For completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("reg", "gpp", "powershell").iterator();
        }
    }

    void write(Console console) throws IOException {
        if (path == null) {
            console.print(out -> out.write(fix.text()));
        } else {
            new Destination(path).write(out -> out.write(fix.text()));
        }
    }
}
