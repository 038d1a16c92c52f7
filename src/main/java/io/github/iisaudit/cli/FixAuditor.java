package io.github.iisaudit.cli;

import io.github.iisaudit.Audit;
import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.Progress;
import io.github.iisaudit.fix.Auditor;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ConfigSource;
import java.util.ArrayList;
import java.util.List;

/** The audit by which a fix is proved: that of {@code scan}, by the same settings. */
record FixAuditor(RuleCatalogue catalogue, Triage triage) implements Auditor {

    static FixAuditor of(SettingsFile settings, RuleCatalogue catalogue, Console console) throws UsageException {
        CheckArguments checks = new CheckArguments();
        Tally tally = new Tally(settings, checks, checks.switchedOff(settings.settings()));
        return new FixAuditor(catalogue, tally.triage(catalogue.rules(), Triage.NONE, console));
    }

    @Override
    public Audited audit(ConfigSource server, List<Rule> rules) {
        Plan plan = new Plan(rules, catalogue.ids(), triage, 1, Progress.NONE);
        try (Outcome outcome = Audit.run(List.of(server), plan)) {
            if (!outcome.faults().isEmpty()) {
                throw new ServerFaultException(
                        server.name(), outcome.faults().values().iterator().next());
            }
            List<Finding> found = new ArrayList<>();
            outcome.report().reported().forEach(found::add);
            return new Audited(found, outcome.report().unreadable().size());
        }
    }
}
