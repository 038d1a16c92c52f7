package io.github.iisaudit.cli;

import io.github.iisaudit.kerberos.TicketReport;
import io.github.iisaudit.report.KerberosFormat;
import io.github.iisaudit.report.Presentation;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file that it is written to whether Kerberos works. */
record KerberosOutput(KerberosFormat format, Path path) {

    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<KerberosOutput> {

        @Override
        public KerberosOutput convert(String text) {
            String[] parts = OutputFile.parts(text, "json=kerberos.json");
            return new KerberosOutput(new Choice.OfKerberosFormat().convert(parts[0]), OutputFile.path(text, parts));
        }
    }

    void write(TicketReport report, Presentation presentation) throws UsageException {
        new Destination(path).write(out -> format.render(report, presentation.withoutColours(), out));
    }
}
