package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The findings of one severity in as many messages as a build service shows: one for each finding where that is few enough,
 * else one for each rule in a file, else one for each rule. However many findings there are, few are kept.
 */
final class Annotations {

    private final int most;
    private final Groups places;
    private final Groups files;
    private final Groups rules = new Groups(Integer.MAX_VALUE, f -> f.rule().id());
    private int findings;

    /** @param most how many messages are shown; at least 1 */
    Annotations(int most) {
        this.most = most;
        this.places = new Groups(most, f -> String.valueOf(findings));
        this.files = new Groups(most, f -> f.rule().id() + '\n' + fileOf(f));
    }

    /** The findings of a report that have this severity and count. */
    static Annotations of(Report report, Severity severity, int most) {
        Annotations annotations = new Annotations(most);
        if (report.count(severity) > 0) {
            for (Finding finding : report.reported()) {
                if (finding.severity() == severity) {
                    annotations.add(finding);
                }
            }
        }
        return annotations;
    }

    void add(Finding finding) {
        places.add(finding);
        files.add(finding);
        rules.add(finding);
        findings++;
    }

    /** The messages to show; where not even all rules have one, room for a last one that tells of the {@link #rest()}. */
    List<Group> shown() {
        List<Group> all = groups();
        return all.size() <= most ? all : all.subList(0, most - 1);
    }

    /** The rules that no message tells of. */
    List<Group> rest() {
        List<Group> all = groups();
        return all.size() <= most ? List.of() : all.subList(most - 1, all.size());
    }

    private List<Group> groups() {
        if (places.isWhole()) {
            return places.all();
        }
        if (files.isWhole()) {
            return files.all();
        }
        List<Group> byRule = new ArrayList<>(rules.all());
        byRule.sort(Annotations::mostFirst);
        return byRule;
    }

    private static int mostFirst(Group a, Group b) {
        return a.findings == b.findings
                ? a.first.rule().id().compareTo(b.first.rule().id())
                : Integer.compare(b.findings, a.findings);
    }

    private static String fileOf(Finding finding) {
        return finding.server() + '\n' + finding.place().file();
    }

    /** Findings that share a message, which stands at the first of them. */
    static final class Group {

        private final Finding first;
        private String lastFile;
        private int findings = 1;
        private int files = 1;

        private Group(Finding first) {
            this.first = first;
            this.lastFile = fileOf(first);
        }

        private void add(Finding finding) {
            findings++;
            if (!lastFile.equals(fileOf(finding))) {
                files++;
                lastFile = fileOf(finding);
            }
        }

        Finding first() {
            return first;
        }

        int findings() {
            return findings;
        }

        /** Findings of a file come one after the other, so that files are counted without keeping their names. */
        int files() {
            return files;
        }
    }

    /** Findings by a key, as long as there are not too many keys. */
    private static final class Groups {

        private final int most;
        private final Function<Finding, String> key;
        private final Map<String, Group> byKey = new LinkedHashMap<>();
        private boolean isWhole = true;

        Groups(int most, Function<Finding, String> key) {
            this.most = most;
            this.key = key;
        }

        void add(Finding finding) {
            if (!isWhole) {
                return;
            }
            String itsKey = key.apply(finding);
            Group group = byKey.get(itsKey);
            if (group != null) {
                group.add(finding);
            } else if (byKey.size() < most) {
                byKey.put(itsKey, new Group(finding));
            } else {
                isWhole = false;
                byKey.clear();
            }
        }

        boolean isWhole() {
            return isWhole;
        }

        List<Group> all() {
            return List.copyOf(byKey.values());
        }
    }
}
