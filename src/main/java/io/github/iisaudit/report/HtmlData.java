package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The findings of a report for its script: one array in which a text has the number of the texts before it, and a finding is an array
 * of such numbers. Few texts are remembered at a time, since there may be more than memory holds; one that comes again later is written
 * again. Where there are many findings the array is deflated, and Base64.
 */
final class HtmlData {

    private static final int REMEMBERED = 8192;
    private static final int PLAIN = 2000;
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final Map<String, Integer> known = new HashMap<>();
    private int texts;
    private String separator = "\n";

    private HtmlData(Writer out) {
        this.out = out;
    }

    /** The element that holds them. */
    static void write(Report report, HtmlText html, Writer out) throws IOException {
        boolean isPacked = report.findings().size() > PLAIN;
        String type = isPacked ? "text/plain" : "application/json";
        html.begin("script", "type", type, "id", "data", "data-packed", String.valueOf(isPacked));
        if (isPacked) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (Writer packed = new BufferedWriter(new OutputStreamWriter(
                    new DeflaterOutputStream(Base64.getEncoder().wrap(new Characters(out)), deflater, BUFFER),
                    StandardCharsets.UTF_8))) {
                new HtmlData(packed).write(report);
            } finally {
                deflater.end();
            }
        } else {
            new HtmlData(out).write(report);
        }
        html.end();
    }

    /** Bytes of Base64 as the characters that they are. Stays open. */
    private static final class Characters extends OutputStream {

        private final Writer out;

        Characters(Writer out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(new String(bytes, from, length, StandardCharsets.US_ASCII));
        }
    }

    private void write(Report report) throws IOException {
        out.write('[');
        for (Finding finding : report.reported()) {
            write(finding);
        }
        out.write("\n]");
    }

    private void write(Finding finding) throws IOException {
        HtmlFinding shown = new HtmlFinding(finding);
        String[] texts = {
            finding.rule().id(),
            finding.server(),
            finding.place().file(),
            String.join("\n", finding.paths()),
            finding.message(),
            shown.excerpt(),
            finding.place().label(),
            finding.fix(),
            shown.more()
        };
        int[] n = new int[texts.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = number(texts[i]);
        }
        StringBuilder line = new StringBuilder(separator).append('[');
        line.append(finding.severity().ordinal()).append(',');
        line.append(n[0]).append(',').append(n[1]).append(',').append(n[2]).append(',');
        line.append(finding.place().line()).append(',').append(finding.place().column());
        line.append(',')
                .append(n[3])
                .append(',')
                .append(n[4])
                .append(',')
                .append(n[5])
                .append(',');
        line.append(shown.markStart()).append(',').append(shown.markLength()).append(',');
        line.append(n[6]).append(',').append(n[7]).append(',').append(n[8]);
        line.append(",\"").append(finding.fingerprint()).append("\"]");
        out.append(line);
        separator = ",\n";
    }

    private int number(String text) throws IOException {
        Integer number = known.get(text);
        if (number != null) {
            return number;
        }
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        known.put(text, texts);
        out.append(separator).append(JsonString.of(text).replace("<", "\\u003C"));
        separator = ",\n";
        return texts++;
    }
}
