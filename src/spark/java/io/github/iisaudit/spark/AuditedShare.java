package io.github.iisaudit.spark;

import java.io.Serializable;
import java.util.List;

/**
 * What came of a share.
 *
 * @param names those that each server of the entry may have
 * @param servers those that were audited
 * @param refused what could not be opened, as JSON lines
 */
record AuditedShare(
        String entry, List<List<String>> names, List<AuditedServer> servers, JsonLines refused, int refusals)
        implements Serializable {

    /** What the driver is told of it. */
    Seen seen() {
        return new Seen(entry, names, refusals);
    }

    /** What an entry turned out to hold. */
    record Seen(String entry, List<List<String>> names, int refusals) implements Serializable {}
}
