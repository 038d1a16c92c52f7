package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import io.github.iisaudit.rule.Reads;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Rule.Documentation;
import io.github.iisaudit.rule.Rule.Example;
import io.github.iisaudit.rule.Rule.Reference;
import io.github.iisaudit.rule.Rule.Snippet;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.rule.Template;
import io.github.iisaudit.xpath.InvalidXPathException;
import io.github.iisaudit.xpath.SafeXPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings to render, made by hand. Each method that changes something gives a new finding. */
record Sample(
        String rule,
        Severity severity,
        String message,
        String fix,
        String server,
        String root,
        Place place,
        List<String> paths,
        List<Via> via,
        List<Note> notes,
        @Nullable Place lockedBy) {

    static final String HOST = "C/Windows/System32/inetsrv/config/applicationHost.config";
    static final Presentation PLAIN = Presentation.plain("1.2.3");

    /** The finding of a rule at {@code <windowsAuthentication enabled="true"/>}, line 6 of a web.config. */
    static Sample of(String rule, Severity severity) {
        Place place = marked("C/inetpub/hr/web.config", 6, "    <windowsAuthentication [enabled=\"true\"] />");
        return new Sample(
                rule,
                severity,
                "something is wrong here",
                "",
                "WEB01",
                "snapshots/WEB01",
                place,
                List.of("Site"),
                List.of(),
                List.of(),
                null);
    }

    /** A place: the text between brackets in a line. */
    static Place marked(String file, int line, String marked) {
        int start = marked.indexOf('[');
        int end = marked.lastIndexOf(']');
        String text = marked.substring(0, start) + marked.substring(start + 1, end) + marked.substring(end + 1);
        return new Place(file, line, start + 1, line, end, text, "");
    }

    static Place labelled(Place place, String label) {
        return new Place(
                place.file(),
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                place.lineText(),
                label);
    }

    Sample message(String text) {
        return new Sample(rule, severity, text, fix, server, root, place, paths, via, notes, lockedBy);
    }

    Sample fix(String text) {
        return new Sample(rule, severity, message, text, server, root, place, paths, via, notes, lockedBy);
    }

    Sample server(String name, String itsRoot) {
        return new Sample(rule, severity, message, fix, name, itsRoot, place, paths, via, notes, lockedBy);
    }

    Sample at(Place other) {
        return new Sample(rule, severity, message, fix, server, root, other, paths, via, notes, lockedBy);
    }

    Sample paths(String... names) {
        return new Sample(rule, severity, message, fix, server, root, place, List.of(names), via, notes, lockedBy);
    }

    Sample via(Place where, String what) {
        List<Via> more = new ArrayList<>(via);
        more.add(new Via(where, what));
        return new Sample(rule, severity, message, fix, server, root, place, paths, more, notes, lockedBy);
    }

    Sample note(String text, String... of) {
        List<Note> more = new ArrayList<>(notes);
        more.add(new Note(text, List.of(of)));
        return new Sample(rule, severity, message, fix, server, root, place, paths, via, more, lockedBy);
    }

    Sample lockedBy(Place lock) {
        return new Sample(rule, severity, message, fix, server, root, place, paths, via, notes, lock);
    }

    Finding finding() {
        return new Finding(
                rule(rule, severity),
                severity,
                Confidence.HIGH,
                message,
                notes,
                fix,
                server,
                root,
                place,
                paths,
                via,
                lockedBy,
                "0123456789abcdef",
                "system.webServer/security/authentication/windowsAuthentication/@enabled",
                null,
                Finding.BaselineState.NONE,
                Finding.Holds.ALWAYS);
    }

    /** The finding, suppressed by a comment on the line before. */
    Finding suppressed(String reason) {
        Place comment = marked(place.file(), place.line() - 1, "  [<!-- iisaudit:ignore " + rule + " -->]");
        return finding().suppressedBy(new Suppression(Suppression.Kind.COMMENT, reason, comment));
    }

    static Rule rule(String id, Severity severity) {
        Documentation documentation = new Documentation(
                "The first paragraph says what happens.\n\nThe second says `why`.",
                "Whoever logs on.",
                "Look into the log.",
                "Choose one of these.",
                List.of(
                        new Snippet("appcmd", "appcmd set config \"Site\" /x:1"),
                        new Snippet("config", "<a b=\"1\"/>")),
                List.of(new Reference("An article", "https://learn.microsoft.com/iis")));
        Example example = new Example(true, "left at its default", "enabled", Map.of(), "<web path=\"/\">\n</web>");
        try {
            return new Rule(
                    id,
                    severity,
                    Confidence.HIGH,
                    "system.webServer/security/authentication/windowsAuthentication",
                    Rule.Subject.PATH,
                    false,
                    "something is wrong",
                    Optional.empty(),
                    SafeXPath.compile("self::*"),
                    Template.compile(""),
                    Template.compile("something is wrong here"),
                    List.of(),
                    List.of(),
                    Reads.NOTHING,
                    () -> new Rule.Manual(documentation, List.of(example), List.of()),
                    "rules/" + id + ".xml");
        } catch (InvalidXPathException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A report of one server with these findings. */
    static Report report(Sample... samples) {
        return report(1, List.of(), List.of(), samples);
    }

    static Report report(int servers, List<Unreadable> unreadable, List<String> notices, Sample... samples) {
        return report(
                servers,
                unreadable,
                notices,
                List.of(samples).stream().map(Sample::finding).toList());
    }

    static Report report(int servers, List<Unreadable> unreadable, List<String> notices, List<Finding> findings) {
        List<Rule> rules = findings.stream().map(Finding::rule).distinct().toList();
        return new Report(rules, Findings.of(findings), List.of(), unreadable, notices, List.of(), servers, 9, 17);
    }

    /** A report of one server: its rules, findings, what is fixed and what could not be read. */
    static Report report(List<Rule> rules, List<Finding> findings, List<Fixed> fixed, List<Unreadable> unreadable) {
        return new Report(rules, Findings.of(findings), fixed, unreadable, List.of(), List.of(), 1, 9, 17);
    }

    static String render(Reporter reporter, Report report) {
        StringWriter out = new StringWriter();
        try {
            reporter.render(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String text(Report report) {
        return render(Format.TEXT.reporter(PLAIN), report);
    }
}
