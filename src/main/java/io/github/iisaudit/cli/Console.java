package io.github.iisaudit.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The streams and the environment of one run. Text goes out as UTF-8, whatever the streams' own encoding. A reader
 * that has gone
 * away (a closed pipe) is no error: nothing more is written.
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    /** What writes to standard output. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    void print(Content content) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        content.write(writer);
        writer.flush();
        out.flush();
    }

    /** Whether nobody reads what is printed any more. */
    boolean isClosed() {
        return out.checkError();
    }

    /** One line to standard error. Control characters, which a file name may hold, become question marks. */
    void complain(String line) {
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        writer.print("iisaudit: " + line.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?") + "\n");
        writer.flush();
    }
}
