package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What many servers have in common: how they fared, and what ails them, the gravest and then the most widespread first. */
final class Causes {

    private static final int SHOWN = 8;

    /** So many can be begun with. */
    private static final int FIRST = 3;

    private final Report report;
    private final Page page;

    Causes(Report report, Page page) {
        this.report = report;
        this.page = page;
    }

    /** @param withFindings the names of the servers that have findings */
    void states(Set<String> withFindings) {
        Set<String> incomplete = new TreeSet<>();
        report.unreadable().stream().map(Unreadable::server).forEach(incomplete::add);
        Set<String> audited = new TreeSet<>(withFindings);
        audited.removeAll(incomplete);
        int clean = report.servers() - audited.size() - incomplete.size();
        page.line("servers: " + clean + " clean, " + audited.size() + " with findings, " + incomplete.size()
                + " not fully audited");
    }

    void tell(List<RuleGroup> groups) {
        List<RuleGroup> causes = new ArrayList<>(groups);
        causes.sort((a, b) -> {
            int order = a.worst().severity().compareTo(b.worst().severity());
            order = order != 0 ? order : Integer.compare(b.servers(), a.servers());
            order = order != 0 ? order : Integer.compare(b.size(), a.size());
            return order != 0
                    ? order
                    : a.worst().rule().id().compareTo(b.worst().rule().id());
        });
        if (causes.isEmpty()) {
            return;
        }
        int shown = causes.size() <= SHOWN + 1 ? causes.size() : SHOWN;
        page.line(shown < causes.size() ? "the " + shown + " gravest of " + causes.size() + " causes" : "causes");
        causes.subList(0, shown).forEach(this::cause);
        page.line("what to do first");
        causes.subList(0, Math.min(FIRST, causes.size())).forEach(this::first);
    }

    /** What is told of the worst place of a cause; the others are told below. */
    private void first(RuleGroup group) {
        Finding worst = group.worst();
        String rule = worst.rule().id();
        String fix = worst.fix().isEmpty() ? "iisaudit explain " + rule : worst.fix();
        page.wrapped("  ", rule + ": " + fix);
        String server = "    " + ServerPrefix.of(worst, page.width() / 2);
        String line = ":" + worst.place().line() + (group.size() > 1 ? " and " + (group.size() - 1) + " more" : "");
        int width = page.width() - Glyphs.width(server) - line.length();
        page.line(server + Paths.shorten(worst.place().file(), width) + line);
    }

    private void cause(RuleGroup group) {
        String servers = Plural.of(group.servers(), "server");
        String count = " ".repeat(Math.max(0, 12 - servers.length())) + servers;
        String severity = Glyphs.pad(group.worst().severity().id(), 7);
        page.line("  " + count + "  " + severity + "  " + group.worst().rule().id() + " (" + group.size() + ")");
    }
}
