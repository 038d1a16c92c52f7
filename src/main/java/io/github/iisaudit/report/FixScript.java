package io.github.iisaudit.report;

import io.github.iisaudit.report.FixReport.Task;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what mends servers as a script that can be run twice: it writes nothing that it does not find as it was audited. */
final class FixScript {

    private final ScriptLanguage language;

    FixScript(ScriptLanguage language) {
        this.language = language;
    }

    /** @return what is left out, a sentence each */
    List<String> render(FixReport report, Writer out) throws IOException {
        List<String> left = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (FixReport.Server server : report.servers()) {
            server.fix().mended().stream()
                    .filter(mended ->
                            mended.deed().isEmpty() && !mended.splices().isEmpty())
                    .forEach(mended -> left.add(FixWords.place(server, mended)
                            + ": not by IIS's own tools, which do not write this: use --format diff"));
        }
        String on = "";
        for (Task task : report.tasks()) {
            String name = task.server().fix().name();
            if (report.servers().size() > 1 && !on.equals(name)) {
                Optional<List<String>> guard = language.on(name);
                if (guard.isEmpty()) {
                    left.add(name + ": its name has characters that the shell could obey");
                    continue;
                }
                lines.addAll(guard.get());
                on = name;
            }
            Optional<List<String>> deed = language.lines(task.deed());
            if (deed.isEmpty()) {
                left.add(FixWords.place(task.server(), task.mended())
                        + ": this shell has no safe way to say or to check it: use --format diff");
            } else {
                lines.add("");
                lines.add(language.comment() + FixWords.comment(task.mended()));
                lines.addAll(deed.get());
            }
        }
        write(lines, out);
        return left;
    }

    private void write(List<String> lines, Writer out) throws IOException {
        if (lines.isEmpty()) {
            out.write(language.comment() + "iisaudit fix: nothing to do\n");
            return;
        }
        for (List<String> part : List.of(language.head(), lines, language.tail())) {
            for (String line : part) {
                out.write(line);
                out.write('\n');
            }
        }
    }
}
