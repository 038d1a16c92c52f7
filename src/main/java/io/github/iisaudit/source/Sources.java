package io.github.iisaudit.source;

import java.util.List;
import java.util.Optional;

/**
 * Opens what a user wants audited. Reads folders; files only to tell what kind they are. Safe for use by several
 * threads.
 */
public final class Sources {

    private Sources() {}

    /**
     * Finds the servers that paths stand for: a server's folder (a snapshot), a folder of such folders to depth 4 (a
     * fleet), a repository, a file, {@code -} for standard input; on Windows, the folder of its own IIS.
     *
     * <p>Each source may be used by one thread at a time; different sources may be used by different threads.
     *
     * @throws SourceException where a path does not exist or options do not fit each other
     */
    public static Opened open(List<String> paths, SourceOptions options) throws SourceException {
        return new Opening(options, Machine.current()).open(paths);
    }

    /**
     * Finds the servers that lie in memory: the one whose files they are, or those of the archives among them. What cannot be opened
     * is told, as in {@link #open}; the sources hold the files.
     *
     * @throws SourceException where options do not fit each other
     */
    public static Opened of(ServerFiles files, SourceOptions options) throws SourceException {
        return new Opening(options, Machine.current()).open(files);
    }

    /**
     * IIS of the machine that the program runs on, with its own drives and environment variables.
     *
     * @throws SourceException elsewhere than on Windows, or where the folder of IIS may not be looked into
     */
    public static Opened live(SourceOptions options) throws SourceException {
        return live(options, Machine.current());
    }

    static Opened live(SourceOptions options, Machine machine) throws SourceException {
        if (!machine.isWindows()) {
            throw new SourceException("--live works on Windows only (elsewhere, give the path of a collected server)");
        }
        Optional<Draft> server = new LiveServer(machine, options).draft();
        String none = "no applicationHost.config in the folder of IIS: is IIS installed?";
        List<Opened.Refused> nothing = List.of(new Opened.Refused("", none, none));
        return new Opened(Draft.named(server.stream().toList()), server.isPresent() ? List.of() : nothing);
    }
}
