package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One of what a report lists, at its place: formats that know of places alone walk one list, whatever kinds stand in it. */
sealed interface Entry {

    Spot spot();

    Severity severity();

    /** The id of its rule, or what stands for one. */
    String rule();

    /** In one line. */
    String message();

    /**
     * A place in the repository.
     *
     * @param server the name of the server; empty where it is of none
     * @param path from the root of the repository, with forward slashes
     * @param line 0 where the whole file is meant
     * @param column 0 where there is no line
     */
    record Spot(String server, String path, int line, int column) {

        /** Line and column as they stand behind a path; empty where the whole file is meant. */
        String position() {
            return line > 0 ? ":" + line + ":" + column : "";
        }
    }

    /** A finding, also one that is suppressed or known: {@link Finding#isReported()} tells. */
    record Found(Spot spot, Finding finding) implements Entry {

        @Override
        public Severity severity() {
            return finding.severity();
        }

        @Override
        public String rule() {
            return finding.rule().id();
        }

        @Override
        public String message() {
            return PlainText.message(finding);
        }
    }

    /** A finding of the baseline that is gone. */
    record Fixed(Spot spot, String rule, String message, String fingerprint) implements Entry {

        @Override
        public Severity severity() {
            return Severity.NOTE;
        }
    }

    /** A file that was not audited, and why. */
    record Unreadable(Spot spot, String reason) implements Entry {

        /** A place may stand at the beginning of a reason. */
        private static final Pattern PLACED = Pattern.compile("(?s)([1-9]\\d{0,8}):([1-9]\\d{0,8}): (.*)");

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String rule() {
            return "unreadable";
        }

        @Override
        public String message() {
            return "Could not be audited: " + reason;
        }
    }

    /** What the settings left out. */
    record Settings(Spot spot, String message) implements Entry {

        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String rule() {
            return "settings";
        }
    }

    /** All that a report has found or not read, and what is gone. */
    static Iterable<Entry> all(Report report) {
        ServerRoots roots = new ServerRoots(report);
        return joined(of(report.findings(), report), report.fixed().stream().map(roots::entry), unreadable(report));
    }

    /** What formats without a state of findings show: nothing of it is suppressed, known or gone. */
    static Iterable<Entry> counting(Report report) {
        return joined(of(report.reported(), report), unreadable(report), settings(report).stream());
    }

    private static Iterable<Entry> joined(Stream<Entry> first, Stream<Entry> second, Stream<? extends Entry> third) {
        return Stream.concat(Stream.concat(first, second), third)::iterator;
    }

    private static Stream<Entry> of(Iterable<Finding> findings, Report report) {
        return StreamSupport.stream(findings.spliterator(), false).map(it -> of(it, report));
    }

    private static Stream<Entry> unreadable(Report report) {
        return report.unreadable().stream().map(it -> of(it, report));
    }

    static Found of(Finding finding, Report report) {
        Finding.Place place = finding.place();
        String path = path(report, finding, place.file());
        return new Found(new Spot(finding.server(), path, place.line(), place.column()), finding);
    }

    static Unreadable of(Report.Unreadable file, Report report) {
        String path = path(report, file.root(), file.server(), file.file());
        Matcher placed = Unreadable.PLACED.matcher(file.reason());
        if (!placed.matches()) {
            return new Unreadable(new Spot(file.server(), path, 0, 0), file.reason());
        }
        int line = Integer.parseInt(placed.group(1));
        int column = Integer.parseInt(placed.group(2));
        return new Unreadable(new Spot(file.server(), path, line, column), placed.group(3));
    }

    /** The settings file is named as it would be typed. */
    static Optional<Settings> settings(Report report) {
        return report.leftOut().map(settings -> {
            String file = settings.file();
            boolean isAbsolute = file.startsWith("/") || file.indexOf(':') == 1;
            int slash = isAbsolute ? file.lastIndexOf('/') : -1;
            String path = path(report, isAbsolute ? file.substring(0, slash) : ".", "", file.substring(slash + 1));
            String sentence = Glyphs.clean(settings.sentence().orElse("") + ".");
            return new Settings(new Spot("", path, settings.line(), 1), sentence);
        });
    }

    /** The path of a file that a finding speaks of. */
    static String path(Report report, Finding finding, String file) {
        return path(report, finding.root(), finding.server(), file);
    }

    /** The path of a file of a server, in which the server's name stands only where there are others. */
    static String path(Report report, String root, String server, String file) {
        return ArtifactUri.path(report.folder(), root, report.servers() > 1 ? server : "", file);
    }
}
