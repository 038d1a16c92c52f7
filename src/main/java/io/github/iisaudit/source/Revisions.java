package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One revision in each of the git work trees that a run is about, which are asked for it once. Not safe for use by several
 * threads.
 */
public final class Revisions implements AutoCloseable {

    private final String name;
    private final Map<Path, Revision> known = new LinkedHashMap<>();

    /**
     * None is looked up yet.
     *
     * @param name as the user typed it
     */
    public Revisions(String name) {
        this.name = name;
    }

    /**
     * The revision of the work tree that a folder lies in.
     *
     * @throws SourceException where there is none, no git, or no such revision; the message begins with the revision
     */
    public Revision around(Path folder) throws SourceException {
        Revision found = Git.top(folder).map(known::get).orElse(null);
        if (found == null) {
            found = Revision.around(folder, name);
            known.put(found.top(), found);
        }
        return found;
    }

    @Override
    public void close() {
        known.values().forEach(Revision::close);
    }
}
