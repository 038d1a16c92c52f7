package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.Comparator;

/** The order of what matters: what fails, then what answers the two questions of the program, then the rest. */
final class Weight {

    /** The first question. */
    private static final String PREAUTHENTICATION = "kernel-mode-preauth-401";

    /** What the rules of the second begin with. */
    private static final String[] KERNEL_MODE = {"kernel-mode-", "pool-credentials-", "one-name-several-accounts"};

    static final Comparator<RuleGroup> GRAVEST_FIRST = Comparator.<RuleGroup>comparingInt(it -> of(it.worst()))
            .thenComparing(it -> it.worst().severity())
            .thenComparing(it -> -it.servers())
            .thenComparing(it -> it.worst().rule().id());

    private Weight() {}

    private static int of(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            return 0;
        }
        String id = finding.rule().id();
        if (id.equals(PREAUTHENTICATION)) {
            return 1;
        }
        for (String start : KERNEL_MODE) {
            if (id.startsWith(start)) {
                return 2;
            }
        }
        return 3;
    }
}
