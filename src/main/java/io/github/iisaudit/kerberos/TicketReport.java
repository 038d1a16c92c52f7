package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.SourceSummary;
import java.util.List;

/**
 * Whether Kerberos works at servers.
 *
 * @param sources what was known of the directory
 * @param notices sentences about what is not in it
 */
public record TicketReport(List<ServerTickets> servers, List<SourceSummary> sources, List<String> notices) {

    /** Whether it is known of an application that it does not work. */
    public boolean hasFault() {
        return servers.stream()
                .flatMap(server -> server.applications().stream())
                .anyMatch(application -> application.verdict().isFault());
    }
}
