package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;

/** The server's name before a file of it, where several servers were audited. */
final class ServerPrefix {

    private ServerPrefix() {}

    /**
     * Name, colon and space in at most {@code width} columns; empty where the file is what the server is named after, or is no
     * server's.
     */
    static String of(Finding finding, int width) {
        return of(finding.server(), finding.place().file(), width);
    }

    static String of(String server, String file, int width) {
        return server.isEmpty() || server.equals(file) ? "" : Paths.cut(server, width - 2) + ": ";
    }
}
