package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One revision in each of the git work trees that a run is about, which are asked for it once. Not safe for use by several
 * threads.
 */
public final class Revisions implements AutoCloseable {

    private final Since since;
    private final Map<Path, Revision> known = new LinkedHashMap<>();

    /**
     * None is looked up yet.
     *
     * @param since what is asked for
     */
    public Revisions(Since since) {
        this.since = since;
    }

    /** What is asked for. */
    public Since since() {
        return since;
    }

    /**
     * The revision of the work tree that a folder lies in.
     *
     * @throws SourceException where there is none, no git, or no such revision; the message begins with the revision
     */
    public Revision around(Path folder) throws SourceException {
        Revision found = Git.top(folder).map(known::get).orElse(null);
        if (found == null) {
            found = Revision.around(folder, since);
            known.put(found.top(), found);
        }
        return found;
    }

    @Override
    public void close() {
        known.values().forEach(Revision::close);
    }
}
