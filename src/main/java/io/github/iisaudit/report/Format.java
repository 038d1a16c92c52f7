package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of a report. A new one is a {@link Reporter} and a line in each of the two lists here. */
public enum Format {
    TEXT,
    CONCISE,
    JSON,
    JSONL,
    SARIF,
    GITHUB,
    GITLAB,
    AZURE,
    JUNIT,
    CHECKSTYLE,
    MARKDOWN,
    CSV,
    HTML;

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
        return new Gated(plain(presentation));
    }

    /** Not a function of each constant: each would be a class of its own, which all have to be loaded to use one. */
    private Reporter plain(Presentation presentation) {
        return switch (this) {
            case TEXT -> new TextReporter(presentation);
            case CONCISE -> new ConciseReporter();
            case JSON -> new JsonReporter(presentation);
            case JSONL -> new JsonLinesReporter();
            case SARIF -> new SarifReporter(presentation);
            case GITHUB -> new BuildLogReporter(new GithubCommands());
            case GITLAB -> new GitlabReporter();
            case AZURE -> new BuildLogReporter(new AzureCommands());
            case JUNIT -> new JUnitReporter();
            case CHECKSTYLE -> new CheckstyleReporter();
            case MARKDOWN -> new MarkdownReporter();
            case CSV -> new CsvReporter();
            case HTML -> new HtmlReporter(presentation);
        };
    }

    /** A reporter whose text passes the gate, into files too: people look at them in a terminal. */
    private record Gated(Reporter reporter) implements Reporter {

        @Override
        public void render(Report report, Writer out) throws IOException {
            reporter.render(report, LogWriter.before(out));
        }
    }
}
