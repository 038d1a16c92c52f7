package io.github.iisaudit.kerberos;

import java.util.List;
import java.util.Optional;

/**
 * Whether Kerberos works at an application.
 *
 * @param path its configuration path
 * @param isInUse whether clients are offered Kerberos
 * @param opener the account that decrypts service tickets; empty where there is none or it is not known
 * @param isNamesComplete whether all names are known that clients use
 * @param reason a sentence without a point
 * @param commands what mends it, in the order of the work
 */
public record ApplicationTickets(
        String path,
        boolean isInUse,
        Optional<Opener> opener,
        List<TicketName> names,
        boolean isNamesComplete,
        TicketVerdict verdict,
        String reason,
        List<String> commands) {}
