package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A folder of servers of which each entry is opened by itself: for programs that share a fleet out among machines. All entries together
 * hold the servers that the folder holds where it is opened as a whole. These are named once all are known. Safe for use by several
 * threads.
 */
public final class FleetFolder {

    private final Typed typed;
    private final SourceOptions options;

    /**
     * A folder.
     *
     * @param shown what it is called in reports, with forward slashes
     * @param folder where its entries lie
     */
    public FleetFolder(String shown, Path folder, SourceOptions options) {
        this.typed = new Typed(shown, folder);
        this.options = options;
    }

    /**
     * What an entry holds.
     *
     * @param servers with an applicationHost.config of their own, always in the same order
     * @param refused what could not be looked into; nothing where an entry is something else than servers
     */
    public record Part(List<Unnamed> servers, List<Opened.Refused> refused) {}

    /**
     * A server that has no name yet.
     *
     * @param names the names that it may have, the best first
     * @param named gives it one
     */
    public record Unnamed(List<String> names, Function<String, ConfigSource> named) {}

    /**
     * Opens an entry.
     *
     * @param name its name in the folder
     * @throws SourceException where options do not fit each other
     */
    public Part open(String name) throws SourceException {
        Opening opening = new Opening(options, Machine.current());
        List<Opened.Refused> refused = opening.openPart(typed, name);
        List<Unnamed> servers = new ArrayList<>();
        for (Draft draft : opening.soFar().takeDrafts(0)) {
            servers.add(new Unnamed(draft.names(), draft.named()));
        }
        return new Part(servers, refused);
    }

    /** Whether the content of a file matters, by its name; of all others it matters that they are there. */
    public static boolean isRead(String name) {
        return ArchiveTree.isKept(name);
    }

    /** How much of a file matters, by its name: of configuration that is too long it is enough to see that it is. */
    public static long mostBytes(String name) {
        return ArchiveKind.isNamed(name) ? Long.MAX_VALUE : FileBytes.LIMIT + 1L;
    }

    /** A name for each of some servers, no two of them the same; the first that it may have, wherever that can be. */
    public static List<String> names(List<List<String>> servers) {
        return UniqueNames.choose(servers);
    }
}
