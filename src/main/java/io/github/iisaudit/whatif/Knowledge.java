package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.rule.Verdicts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What servers are held against.
 *
 * @param verdicts the rules, and what they found
 * @param judge what knows the directory; null where none is given
 */
record Knowledge(Verdicts verdicts, @Nullable TicketJudge judge) {

    /** Whether Kerberos works at a path; empty where no directory is given. */
    Optional<ApplicationTickets> tickets(Scope scope, Optional<Application> application) {
        TicketJudge known = judge;
        return known == null ? Optional.empty() : application.map(it -> known.judge(scope, it));
    }
}
