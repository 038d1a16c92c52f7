package io.github.iisaudit.report;

import io.github.iisaudit.rule.Confidence;
import java.io.IOException;
import java.io.Writer;

/**
 * A line for each finding that counts and for each file that was not audited, as compilers write them: {@code file:line:column:
 * severity[rule]: message}. Editors and {@code grep} read it.
 */
final class ConciseReporter implements Reporter {

    @Override
    public void render(Report report, Writer out) throws IOException {
        for (Entry entry : Entry.counting(report)) {
            String where = entry.spot().path() + entry.spot().position();
            out.write(Glyphs.clean(where) + ": " + entry.severity().id() + Glyphs.clean(what(entry)) + "\n");
        }
    }

    private static String what(Entry entry) {
        if (entry instanceof Entry.Found found) {
            Confidence confidence = found.finding().confidence();
            String sure = confidence == Confidence.HIGH ? "" : " (" + confidence.id() + " confidence)";
            String paths = Paths.list(found.finding().paths(), 3);
            return "[" + found.rule() + "]" + sure + ": " + paths + ": "
                    + found.finding().message();
        }
        boolean isUnread = entry instanceof Entry.Unreadable;
        return ": " + (isUnread ? "could not be audited: " + ((Entry.Unreadable) entry).reason() : entry.message());
    }
}
