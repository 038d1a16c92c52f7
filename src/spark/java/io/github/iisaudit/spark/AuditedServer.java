package io.github.iisaudit.spark;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetSummary;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import java.io.Serializable;
import java.util.Map;

/**
 * What one server brought, as it travels.
 *
 * @param findings as JSON lines
 * @param unreadable as JSON lines
 * @param drift by what the spellings of a site's name have in common
 */
record AuditedServer(
        String name,
        JsonLines findings,
        JsonLines unreadable,
        Packed<FleetSummary> summary,
        Packed<Map<String, Drift>> drift,
        Packed<ServerClaims> names)
        implements Serializable {}
