package io.github.iisaudit.config;

import io.github.iisaudit.source.Lookup;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a server of which the text alone tells that they say what they said in another version of it. Of the others nothing is
 * known.
 */
public final class Unchanged {

    /** What is said elsewhere. */
    private static final String ELSEWHERE = "configSource";

    private final ServerConfiguration now;
    private final @Nullable HostChanges host;
    private final Set<String> files = new HashSet<>();

    private Unchanged(ServerConfiguration now, @Nullable HostChanges host) {
        this.now = now;
        this.host = host;
    }

    /** Those of a server since another version. */
    public static Unchanged since(ServerConfiguration before, ServerConfiguration now) {
        HostFile was = before.hostFile();
        HostFile is = now.hostFile();
        HostChanges host = null;
        if (was.root() != null && is.root() != null && isPlain(before) && isPlain(now) && now.isLike(before)) {
            host = HostChanges.between(was.root(), is.root());
        }
        Unchanged unchanged = new Unchanged(now, host == null || host.isEverything() ? null : host);
        unchanged.compare(before.layers().lookups(), now.layers().lookups());
        unchanged.compare(now.layers().lookups(), before.layers().lookups());
        return unchanged;
    }

    private static boolean isPlain(ServerConfiguration server) {
        HostFile file = server.hostFile();
        return file.isAsWritten()
                && file.unknown() == null
                && server.resolver().host().error() == null
                && !file.text().contains(ELSEWHERE);
    }

    private void compare(Map<String, Lookup> files, Map<String, Lookup> others) {
        Lookup absent = new Lookup.Absent();
        files.forEach((level, lookup) -> {
            if (!isSame(lookup, others.getOrDefault(level, absent))) {
                this.files.add(level);
            }
        });
    }

    /** What a deployment changes before IIS reads it, or lies in another file, the text of the file does not tell. */
    private boolean isSame(Lookup one, Lookup other) {
        if (one instanceof Lookup.Found was && other instanceof Lookup.Found is) {
            return was.file().changes().areNone()
                    && is.file().changes().areNone()
                    && was.file().path().equals(is.file().path())
                    && Arrays.equals(was.file().bytes(), is.file().bytes())
                    && !now.layers().files().hasWord(is.file().path(), ELSEWHERE);
        }
        return one.equals(other);
    }

    /**
     * Whether a path is one of them.
     *
     * @param wasTroubled whether something was wrong with it, of which files far away may tell more
     */
    public boolean contains(String path, boolean wasTroubled) {
        if (host == null || path.isEmpty() || (wasTroubled && host.isOfSites())) {
            return false;
        }
        String key = ConfigPath.key(path);
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            String above = key.substring(0, end);
            if (host.targets().contains(above) || files.contains(above)) {
                return false;
            }
        }
        return host.pools().isEmpty()
                || now.tree()
                        .application(path)
                        .map(it -> !host.pools().contains(ConfigPath.key(it.value("applicationPool"))))
                        .orElse(true);
    }
}
