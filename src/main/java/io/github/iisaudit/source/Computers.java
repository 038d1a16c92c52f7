package io.github.iisaudit.source;

import java.util.Map;
import java.util.TreeMap;

/**
 * The computer accounts that somebody named. They count before what a folder is called. Immutable.
 *
 * @param all that of every server, whatever is said by name; empty for none
 * @param byServer accounts by the names of servers, whose case does not count
 */
public record Computers(String all, Map<String, String> byServer) {

    /** Nobody named any. */
    public static final Computers NONE = new Computers("", Map.of());

    /** Copies the map. */
    public Computers {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(byServer);
        byServer = copy;
    }

    /**
     * The computer of a server.
     *
     * @param server its name in the report
     * @param otherwise where none is named for it
     */
    Computer of(String server, Computer otherwise) {
        if (!all.isEmpty()) {
            return new Computer(all);
        }
        String named = byServer.get(server);
        return named == null ? otherwise : new Computer(named);
    }
}
