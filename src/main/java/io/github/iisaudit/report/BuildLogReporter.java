package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.report.Annotations.Group;
import io.github.iisaudit.report.BuildCommands.Issue;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of a build step: messages that the build service shows beside the changed lines, and after them every finding as a
 * line of text. Services show ten messages of a level in a step and drop the others without a word, so these say how
 * many findings they stand for.
 */
final class BuildLogReporter implements Reporter {

    private static final int MOST = 10;
    private static final int LONGEST = 1500;
    private static final int SHOWN_PATHS = 3;
    private static final int SHOWN_RULES = 5;
    private static final String WHERE = "the log of this step has all";

    private final BuildCommands commands;

    BuildLogReporter(BuildCommands commands) {
        this.commands = commands;
    }

    @Override
    public void render(Report report, Writer log) throws IOException {
        LogWriter out = LogWriter.before(log);
        for (Severity severity : Severity.values()) {
            if (commands.has(severity)) {
                issues(report, severity, out);
            }
        }
        if (report.reported().iterator().hasNext()) {
            out.command(commands.group("iisaudit: " + Headline.results(report)));
            for (Finding finding : report.reported()) {
                line(out, told(finding, report));
            }
            out.command(commands.endGroup());
        }
        for (Unreadable file : report.unreadable()) {
            line(
                    out,
                    "not audited: "
                            + LogLine.plain(Entry.of(file, report).spot().path() + ":" + file.reason()));
        }
        for (String notice : report.notices()) {
            line(out, "note: " + LogLine.plain(notice));
        }
        line(out, "iisaudit: " + Headline.audited(report) + ": " + Headline.results(report));
    }

    private void issues(Report report, Severity severity, LogWriter out) throws IOException {
        boolean tellsUnreadable =
                severity == Severity.ERROR && !report.unreadable().isEmpty();
        if (tellsUnreadable) {
            out.command(commands.issue(unreadable(report)));
        }
        Annotations annotations = Annotations.of(report, severity, tellsUnreadable ? MOST - 1 : MOST);
        for (Group group : annotations.shown()) {
            out.command(commands.issue(issue(group, report)));
        }
        if (!annotations.rest().isEmpty()) {
            out.command(commands.issue(Issue.general(severity, rest(annotations.rest(), severity))));
        }
    }

    private static Issue issue(Group group, Report report) {
        Finding finding = group.first();
        Place place = finding.place();
        List<String> sentences = new ArrayList<>();
        sentences.add(shown(PlainText.problem(finding)));
        sentences.add(shown("At " + Paths.list(finding.paths(), SHOWN_PATHS) + "."));
        if (!finding.fix().isBlank()) {
            sentences.add(shown("Fix: " + PlainText.sentence(finding.fix())));
        }
        if (group.findings() > 1) {
            String files = group.files() > 1 ? " in " + Plural.of(group.files(), "file") : " in this file";
            sentences.add("The first of " + group.findings() + " such findings" + files + ": " + WHERE + ".");
        }
        return new Issue(
                finding.severity(),
                finding.rule().id(),
                Entry.path(report, finding, place.file()),
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                sentences);
    }

    private static String shown(String text) {
        return LogLine.clip(Glyphs.clean(text), LONGEST);
    }

    private static Issue unreadable(Report report) {
        Entry.Unreadable first = Entry.of(report.unreadable().get(0), report);
        Entry.Spot spot = first.spot();
        List<String> sentences = new ArrayList<>();
        sentences.add(shown(PlainText.sentence(first.message())));
        if (report.unreadable().size() > 1) {
            sentences.add("The first of " + report.unreadable().size() + " such files: " + WHERE + ".");
        }
        return new Issue(
                Severity.ERROR,
                "not-audited",
                spot.path(),
                spot.line(),
                spot.column(),
                spot.line(),
                spot.column(),
                sentences);
    }

    private static String rest(List<Group> rest, Severity severity) {
        int findings = rest.stream().mapToInt(Group::findings).sum();
        List<String> rules = rest.stream()
                .map(g -> g.first().rule().id() + " (" + g.findings() + ")")
                .toList();
        return Plural.of(findings, "more " + severity.id()) + " of " + Plural.of(rest.size(), "rule") + ": "
                + Few.named(Few.first(rules, SHOWN_RULES)) + "; " + WHERE + ".";
    }

    /** A finding in one line, which begins with a word of ours. */
    private static String told(Finding finding, Report report) {
        Place place = finding.place();
        String where = Entry.path(report, finding, place.file()) + ":" + place.line() + ":" + place.column();
        String what = PlainText.message(finding) + " At " + Paths.list(finding.paths(), SHOWN_PATHS) + ".";
        return finding.severity().id() + "[" + finding.rule().id() + "] " + LogLine.plain(where + ": " + what);
    }

    private static void line(Writer out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
