package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The formats of a report. A new one is a {@link Reporter} and a line here. */
public enum Format {
    TEXT(TextReporter::new),
    CONCISE(presentation -> new ConciseReporter()),
    JSON(JsonReporter::new),
    JSONL(presentation -> new JsonLinesReporter()),
    SARIF(SarifReporter::new),
    GITHUB(presentation -> new BuildLogReporter(new GithubCommands())),
    GITLAB(presentation -> new GitlabReporter()),
    AZURE(presentation -> new BuildLogReporter(new AzureCommands())),
    JUNIT(presentation -> new JUnitReporter()),
    CHECKSTYLE(presentation -> new CheckstyleReporter()),
    MARKDOWN(presentation -> new MarkdownReporter()),
    CSV(presentation -> new CsvReporter()),
    HTML(HtmlReporter::new);

    private final Function<Presentation, Reporter> maker;

    Format(Function<Presentation, Reporter> maker) {
        this.maker = maker;
    }

    /** The name on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this name, ignoring case. */
    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equalsIgnoreCase(id)).findFirst();
    }

    /** What writes this format. */
    public Reporter reporter(Presentation presentation) {
        return new Gated(maker.apply(presentation));
    }

    /** A reporter whose text passes the gate, into files too: people look at them in a terminal. */
    private record Gated(Reporter reporter) implements Reporter {

        @Override
        public void render(Report report, Writer out) throws IOException {
            reporter.render(report, LogWriter.before(out));
        }
    }
}
