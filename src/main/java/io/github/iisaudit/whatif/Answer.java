package io.github.iisaudit.whatif;

import java.util.List;
import java.util.Optional;

/**
 * What was asked, and what every server answers.
 *
 * @param path what was asked for; empty text for the whole server; empty for every application with Windows
 *     authentication on
 * @param servers in order of their names; those without such a path or such an application are left out
 */
public record Answer(Change change, Optional<String> path, List<ServerAnswer> servers) {}
