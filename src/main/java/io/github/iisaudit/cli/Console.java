package io.github.iisaudit.cli;

import io.github.iisaudit.report.LogWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The streams and the environment of one run. Text goes out as UTF-8, whatever the terminal's own encoding, and through the gate
 * that leaves build services and terminals nothing to obey.
 *
 * @param interruption who may want the run to end
 * @param argumentFiles the files that its command line was read from
 */
record Console(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Interruption interruption,
        List<Path> argumentFiles) {

    /** One that nobody interrupts. */
    Console(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
        this(in, out, err, environment, Interruption.never(), List.of());
    }

    /** The same for a command line that was read from files. */
    Console reading(List<Path> files) {
        return new Console(in, out, err, environment, interruption, files);
    }

    /** The files that a run writes which audits some paths. */
    Destinations destinations(List<String> audited) {
        Destinations destinations = new Destinations(audited);
        argumentFiles.forEach(destinations::reads);
        return destinations;
    }

    /** What writes to standard output. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    /** What writes bytes that are not to be changed. */
    interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** Writes bytes to standard output, which have passed the gate where they are text. */
    void printBytes(Bytes content) throws IOException {
        try {
            content.write(out);
            out.flush();
        } catch (IOException e) {
            passOver(e);
        }
    }

    private static void passOver(IOException e) throws IOException {
        if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            throw e;
        }
    }

    /** Writes to standard output. A reader that has gone away (a closed pipe) is no error: nothing more is written. */
    void print(Content content) throws IOException {
        Writer writer = LogWriter.before(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        try {
            content.write(writer);
            writer.flush();
        } catch (IOException e) {
            passOver(e);
        }
    }

    /** One line to standard error. Control characters, which a file name may hold, become question marks. */
    void complain(String line) {
        PrintWriter writer = utf8(err);
        writer.print("iisaudit: " + line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?") + "\n");
        writer.flush();
    }

    /**
     * The day in UTC, or the one that {@code SOURCE_DATE_EPOCH} names (https://reproducible-builds.org/specs/source-date-epoch/).
     */
    LocalDate today() throws UsageException {
        String seconds = environment.get("SOURCE_DATE_EPOCH");
        if (seconds == null || seconds.isBlank()) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds.strip())), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new UsageException("SOURCE_DATE_EPOCH is no number of seconds: " + seconds);
        }
    }

    /** A writer that never fails. */
    static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(LogWriter.before(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), true);
    }

    /** Standard error for what writes a line over and over: past the gate, so nothing of the input may go there. */
    PrintWriter terminal() {
        return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }
}
