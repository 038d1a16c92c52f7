package io.github.iisaudit.report;

import io.github.iisaudit.fix.Mended;
import io.github.iisaudit.fix.Patch;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What would mend findings, in a line each. */
final class FixText {

    private FixText() {}

    static List<String> render(FixReport report, Writer out) throws IOException {
        int count = 0;
        int files = 0;
        for (FixReport.Server server : report.servers()) {
            for (Mended mended : server.fix().mended()) {
                out.write(FixWords.place(server, mended));
                out.write(mended.finding().isPresent() ? ": " + mended.what() + "\n" : "\n");
                count++;
            }
            for (Patch patch : server.fix().patches()) {
                out.write("  changes " + server.name(patch) + "\n");
                files++;
            }
        }
        out.write(Plural.of(count, "finding") + " mended in " + Plural.of(files, "file")
                + "; --format diff shows and does it\n");
        return List.of();
    }
}
