package io.github.iisaudit.spark;

import io.github.iisaudit.report.Findings;
import io.github.iisaudit.report.FleetJson;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Lines as the command line writes them, in little memory.
 *
 * @param bytes in UTF-8, each line with its end
 */
record JsonLines(byte[] bytes) implements Serializable {

    static final JsonLines NONE = new JsonLines(new byte[0]);

    private interface Content {
        void write(Writer out) throws IOException;
    }

    static JsonLines ofFindings(List<Finding> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        try (Findings findings = Findings.of(all)) {
            Report report = new Report(List.of(), findings, List.of(), List.of(), List.of(), List.of(), 1, 0, 0);
            return of(out -> Format.JSONL.reporter(Presentation.plain("")).render(report, out));
        }
    }

    static JsonLines ofUnreadable(List<Unreadable> all) {
        return all.isEmpty() ? NONE : of(out -> FleetJson.unreadable(all, out));
    }

    private static JsonLines of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonLines(bytes.toByteArray());
    }

    /** One after the other. */
    Iterator<String> iterator() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .lines()
                .iterator();
    }
}
