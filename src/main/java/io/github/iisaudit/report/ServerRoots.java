package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import java.util.HashMap;
import java.util.Map;

/** Where the files of servers lie, as far as a report tells: a baseline does not say, since it is used elsewhere too. */
final class ServerRoots {

    /** Below no folder that anybody is in, so that the server's name stands for it. */
    private static final String UNKNOWN = "/";

    private final Map<String, String> roots = new HashMap<>();
    private final Report report;

    /** Visits the findings only where something is fixed. */
    ServerRoots(Report report) {
        this.report = report;
        if (!report.fixed().isEmpty()) {
            for (Unreadable file : report.unreadable()) {
                roots.putIfAbsent(file.server(), file.root());
            }
            for (Finding finding : report.findings()) {
                roots.putIfAbsent(finding.server(), finding.root());
            }
        }
    }

    Entry.Fixed entry(Fixed fixed) {
        String root = roots.getOrDefault(fixed.server(), UNKNOWN);
        String path = Entry.path(report, root, fixed.server(), fixed.file());
        return new Entry.Fixed(
                new Entry.Spot(fixed.server(), path, 0, 0), fixed.rule(), fixed.what(), fixed.fingerprint());
    }
}
