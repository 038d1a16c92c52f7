package io.github.iisaudit;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetSummary;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Gathering;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Audits servers of a fleet one by one, for programs that put together themselves what each of them brings: by
 * {@link FleetSummary}, {@link Drift} and {@link io.github.iisaudit.rule.SharedNames} the same comes of it as of {@link Audit#run}. Remembers what servers have in common, in a bounded part of the memory. Safe for use by several threads.
 */
public final class OneByOne {

    /** More than one, so that they are compared. */
    private static final int SEVERAL = 2;

    private final ServerAudit audit;

    /**
     * What one server brought.
     *
     * @param findings in the order of the report, without those about names that servers share
     * @param drift by what the spellings of a site's name have in common
     * @param fault what the program stumbled over, so that the rest says nothing; or null
     */
    public record Part(
            String server,
            List<Finding> findings,
            List<Unreadable> unreadable,
            FleetSummary summary,
            Map<String, Drift> drift,
            ServerClaims names,
            @Nullable Throwable fault) {}

    /** @param rules in order of their ids */
    public OneByOne(List<Rule> rules) {
        List<String> known = rules.stream().map(Rule::id).toList();
        this.audit = new ServerAudit(
                new Verdicts(rules),
                known,
                () -> false,
                new ServerReader(SEVERAL),
                new Drift(SEVERAL),
                new EnoughMemory());
    }

    /** Audits a server; what it cannot cope with is in the result, whatever it is. */
    public Part of(ConfigSource server) {
        ServerAudit.Result result = audit.of(server);
        Drift drift = new Drift(SEVERAL);
        drift.add(result.name(), result.settings());
        List<Finding> findings = Gathering.of(result.findings());
        FleetSummary summary = FleetSummary.ofServer(
                        result.name(), findings, result.unreadable().size(), result.notices())
                .taking(result.files(), result.scopes());
        return new Part(
                result.name(), findings, result.unreadable(), summary, drift.bySite(), result.names(), result.fault());
    }
}
