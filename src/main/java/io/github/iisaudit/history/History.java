package io.github.iisaudit.history;

import java.util.List;

/**
 * What became of servers, time after time.
 *
 * @param servers in the order in which they were found
 * @param unreadable what could not be read, in the order of the versions; each once, when it came
 * @param notices what else limits the answer, a sentence each
 */
public record History(List<Server> servers, List<Unreadable> unreadable, List<String> notices) {

    /** Copies the lists. */
    public History {
        servers = List.copyOf(servers);
        unreadable = List.copyOf(unreadable);
        notices = List.copyOf(notices);
    }

    /**
     * One server.
     *
     * @param kind what one calls its versions: {@code commits}, {@code snapshots}, {@code backups}
     * @param root the folder that was asked about, as it was typed
     * @param versions how many it was read in
     * @param first the oldest of them
     * @param last the newest
     * @param changes of the versions in which something changed, the oldest first
     */
    public record Server(
            String name, String kind, String root, int versions, At first, At last, List<VersionChange> changes) {

        /** Copies the list. */
        public Server {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What could not be read of a version.
     *
     * @param server empty where it is not known
     * @param version its id
     * @param file empty for the version as a whole
     */
    public record Unreadable(String server, String version, String file, String reason) {}
}
