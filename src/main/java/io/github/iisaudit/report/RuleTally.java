package io.github.iisaudit.report;

import java.util.List;

/** How many findings each rule has, the gravest rules first. */
final class RuleTally {

    private RuleTally() {}

    /** @param groups in the order in which they are told */
    static void tell(List<RuleGroup> groups, Page page, boolean isFleet) {
        if (groups.isEmpty()) {
            return;
        }
        page.line("findings by rule");
        for (RuleGroup group : groups) {
            String severity = Glyphs.pad(group.worst().severity().id(), 7);
            String servers = isFleet ? " on " + Plural.of(group.servers(), "server") : "";
            String count = String.valueOf(group.size());
            page.line("  " + " ".repeat(Math.max(0, 5 - count.length())) + count + "  " + severity + "  "
                    + group.worst().rule().id() + servers);
        }
        page.gap();
    }
}
