package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;

/** The order of what matters: what fails, then what answers the two questions of the program, then the rest. */
final class Weight {

    /** The first question. */
    private static final String PREAUTHENTICATION = "kernel-mode-preauth-401";

    /** What the rules of the second begin with. */
    private static final String[] KERNEL_MODE = {"kernel-mode-", "pool-credentials-", "one-name-several-accounts"};

    private Weight() {}

    /** The gravest first; of those as grave, those of most servers. */
    static int compare(RuleGroup a, RuleGroup b) {
        Finding worst = a.worst();
        Finding other = b.worst();
        int order = Integer.compare(of(worst), of(other));
        order = order == 0 ? worst.severity().compareTo(other.severity()) : order;
        order = order == 0 ? Integer.compare(b.servers(), a.servers()) : order;
        return order == 0 ? worst.rule().id().compareTo(other.rule().id()) : order;
    }

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
