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
    private final boolean isFleet;
    private final WorkFolder folder;

    /** Visits the findings only where something is fixed. */
    ServerRoots(Report report) {
        this.isFleet = report.servers() > 1;
        this.folder = report.folder();
        if (!report.fixed().isEmpty()) {
            for (Unreadable file : report.unreadable()) {
                roots.putIfAbsent(file.server(), file.root());
            }
            for (Finding finding : report.findings()) {
                roots.putIfAbsent(finding.server(), finding.root());
            }
        }
    }

    /** The URI of the file that a fixed finding was in. */
    String uri(Fixed fixed) {
        return ArtifactUri.of(folder, root(fixed), isFleet ? fixed.server() : "", fixed.file());
    }

    /** The same as a plain path. */
    String path(Fixed fixed) {
        return ArtifactUri.path(folder, root(fixed), isFleet ? fixed.server() : "", fixed.file());
    }

    private String root(Fixed fixed) {
        return roots.getOrDefault(fixed.server(), UNKNOWN);
    }
}
