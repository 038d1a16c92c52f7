package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many findings that count each server has, by severity. Not safe for use by several threads. */
final class ServerCounts {

    private final Map<String, Counts> byServer = new TreeMap<>();

    /** Those of one server. */
    static final class Counts {

        private static final Counts NONE = new Counts();

        private final int[] bySeverity = new int[Severity.values().length];

        /** {@code 1 error, 2 notes}; {@code no findings}. */
        String words() {
            List<String> words = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                if (of(severity) > 0) {
                    words.add(Plural.of(of(severity), severity.id()));
                }
            }
            return words.isEmpty() ? "no findings" : String.join(", ", words);
        }

        int of(Severity severity) {
            return bySeverity[severity.ordinal()];
        }
    }

    void add(Finding finding) {
        byServer.computeIfAbsent(finding.server(), s -> new Counts())
                .bySeverity[finding.severity().ordinal()]++;
    }

    Counts of(String server) {
        return byServer.getOrDefault(server, Counts.NONE);
    }

    /** Servers with findings. */
    Set<String> servers() {
        return byServer.keySet();
    }
}
