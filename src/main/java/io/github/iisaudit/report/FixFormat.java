package io.github.iisaudit.report;

import io.github.iisaudit.fix.Patch;
import io.github.iisaudit.fix.UnifiedDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How it is told what would mend findings. */
public enum FixFormat {
    DIFF,
    APPCMD,
    POWERSHELL,
    TEXT,
    JSON;

    /** The word on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes it.
     *
     * @return what this format leaves out, a sentence each
     */
    public List<String> render(FixReport report, Presentation presentation, OutputStream stream) throws IOException {
        if (this == DIFF) {
            return diff(report, stream);
        }
        Writer out = LogWriter.before(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        List<String> left = switch (this) {
            case APPCMD -> new FixScript(new AppcmdScript()).render(report, out);
            case POWERSHELL -> new FixScript(new PowerShellScript()).render(report, out);
            case JSON -> FixJson.render(report, presentation, out);
            default -> FixText.render(report, out);
        };
        out.flush();
        return left;
    }

    private static List<String> diff(FixReport report, OutputStream stream) throws IOException {
        List<String> left = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (FixReport.Server server : report.servers()) {
            for (Patch patch : server.fix().patches()) {
                if (!isHarmless(server.name(patch)) || !isHarmless(patch)) {
                    left.add(server.name(patch) + ": it holds what a terminal or a build service would obey;"
                            + " a diff has it as it is, so there is none");
                } else {
                    UnifiedDiff.of(patch, server.name(patch)).ifPresent(all::writeBytes);
                }
            }
        }
        all.writeTo(stream);
        return left;
    }

    /** Whether a text passes the gate as it is, which a diff has to. */
    private static boolean isHarmless(Patch patch) throws IOException {
        String text = patch.text().source().text();
        for (String line : text.split("\r\n|\n", -1)) {
            if (!isHarmless(line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(String line) throws IOException {
        StringWriter passed = new StringWriter();
        LogWriter gate = LogWriter.before(passed);
        gate.write(line);
        gate.close();
        return passed.toString().equals(line);
    }
}
