package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The findings of one rule, the worst first: as many as are shown, and how many there are. They are added in the order of the
 * report.
 */
final class RuleGroup {

    private final int shown;
    private final List<List<Finding>> bySeverity = new ArrayList<>();
    private int size;
    private int servers;
    private String server = "";

    /** @param shown how many are kept at most */
    RuleGroup(int shown) {
        this.shown = shown;
        for (int i = 0; i < Severity.values().length; i++) {
            bySeverity.add(new ArrayList<>());
        }
    }

    void add(Finding finding) {
        List<Finding> equals = bySeverity.get(finding.severity().ordinal());
        if (equals.size() < shown) {
            equals.add(finding);
        }
        if (size == 0 || !finding.server().equals(server)) {
            server = finding.server();
            servers++;
        }
        size++;
    }

    /** Those that are shown: at least one, the worst. */
    List<Finding> findings() {
        List<Finding> worst = new ArrayList<>();
        for (List<Finding> equals : bySeverity) {
            worst.addAll(equals.subList(0, Math.min(equals.size(), shown - worst.size())));
        }
        return Collections.unmodifiableList(worst);
    }

    Finding worst() {
        return findings().get(0);
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** On how many servers they are. */
    int servers() {
        return servers;
    }
}
