package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The same findings, those together that have one remedy; the ones that are not shown go with the last. */
    List<RuleGroup> byRemedy() {
        Map<String, RuleGroup> groups = new LinkedHashMap<>();
        Map<String, RuleGroup> byText = new HashMap<>();
        for (Finding finding : findings()) {
            RuleGroup group = byText.get(finding.fix());
            if (group == null) {
                group = groups.computeIfAbsent(remedy(finding), r -> new RuleGroup(shown));
                byText.put(finding.fix(), group);
            }
            group.add(finding);
        }
        List<RuleGroup> all = new ArrayList<>(groups.values());
        RuleGroup last = all.get(all.size() - 1);
        last.size += size - findings().size();
        return all;
    }

    /** A remedy without what only names the place. */
    private static String remedy(Finding finding) {
        String fix = finding.fix();
        for (String path : finding.paths()) {
            fix = path.isEmpty() ? fix : without(path, fix);
        }
        StringBuilder remedy = new StringBuilder();
        boolean isQuoted = false;
        for (String word : fix.split(" ", -1)) {
            boolean isName = isQuoted || word.indexOf('\\') >= 0 || word.indexOf('"') >= 0 || word.indexOf('/') >= 0;
            isQuoted ^= quotes(word) % 2 == 1;
            if (!isName) {
                remedy.append(word).append(' ');
            }
        }
        return remedy.toString();
    }

    /** A text without a name, which may be a letter that is part of words too. */
    private static String without(String name, String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean isWord = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (isWord && at >= from) {
                rest.append(text, from, at);
                from = end;
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static int quotes(String word) {
        int quotes = 0;
        for (int i = 0; i < word.length(); i++) {
            quotes += word.charAt(i) == '"' ? 1 : 0;
        }
        return quotes;
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
