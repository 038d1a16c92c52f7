package io.github.iisaudit.report;

import io.github.iisaudit.config.Unjudged;
import io.github.iisaudit.whatif.Standing;
import java.util.List;

/**
 * A server that was audited.
 *
 * @param root the root of its files as typed on the command line
 * @param applications how they stand, in the order of their paths
 * @param unjudged what of it nothing here rests on
 */
public record AuditedServer(String name, String root, List<Standing> applications, Unjudged unjudged) {}
