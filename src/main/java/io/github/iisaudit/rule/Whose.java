package io.github.iisaudit.rule;

import io.github.iisaudit.source.Computer;

/**
 * The server that something is said of.
 *
 * @param server its name in the report; empty for none
 * @param computer its computer
 */
record Whose(String server, Computer computer) {

    /** None. */
    static final Whose NOBODY = new Whose("", Computer.UNKNOWN);
}
