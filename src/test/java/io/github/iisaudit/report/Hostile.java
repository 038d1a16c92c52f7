package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings whose texts try to be more than text. */
final class Hostile {

    static final String TEXT = "a|b `c` </details><script>alert(1)</script> @maintainers #12 ![x](http://evil/x.png) "
            + "[y](javascript:1) www.evil.example ::error file=a::forged ##[error]forged ##vso[task.complete result=Failed;]x "
            + "%0A::warning::forged\n::error::forged\r\n##vso[task.setvariable variable=a;]b %25 %AZP25 ; ] , : = "
            + "<!-- x --> &lt; \\ \\| $a$ ~~b~~ ```` *i* _u_";

    static final String FILE = "C/a,b;c]d:e%0Af=g #1/@x |y/web.config";

    private Hostile() {}

    static Sample sample(Severity severity) {
        return Sample.of("section-locked", severity)
                .message(TEXT)
                .fix(TEXT)
                .at(Sample.labelled(Sample.marked(FILE, 6, "```` </details> [" + TEXT + "] | `"), TEXT))
                .via(Sample.marked(FILE, 2, "[x]"), TEXT)
                .note(TEXT, "Other")
                .lockedBy(Sample.labelled(Sample.marked("::error::forged|/x.config", 3, "[y]"), TEXT))
                .paths("Site", TEXT);
    }

    /** Findings of several rules, each in a file of its own. */
    static List<Finding> many(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Severity severity = Severity.values()[i % 3];
            Sample sample = sample(severity);
            Sample other = new Sample(
                    "rule-number-" + i % 50,
                    severity,
                    i + " " + TEXT,
                    sample.fix(),
                    "WEB01",
                    ".",
                    Sample.marked("C/site" + i + "/web.config", 6, "<a [b=\"`|\"] />"),
                    sample.paths(),
                    sample.via(),
                    sample.notes(),
                    null);
            findings.add(other.finding());
        }
        return findings;
    }

    /** One server with these findings, hostile in everything else too. */
    static Report report(List<Finding> findings) {
        return report(
                findings,
                new Fixed("section-locked", TEXT, FILE, TEXT, "0"),
                new Unreadable("WEB01", ".", FILE, "3:7: " + TEXT),
                List.of("# " + TEXT, "1. " + TEXT));
    }

    static Report report(List<Finding> findings, Fixed fixed, Unreadable unreadable, List<String> notices) {
        List<Rule> rules = findings.stream().map(Finding::rule).distinct().toList();
        return new Report(
                rules, Findings.of(findings), List.of(fixed), List.of(unreadable), notices, List.of(), 1, 9, 17);
    }
}
