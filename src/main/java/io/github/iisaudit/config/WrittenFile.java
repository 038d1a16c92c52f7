package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import java.util.Locale;

/**
 * One file as somebody wrote it.
 *
 * @param path relative to the root of its source
 * @param root its root element
 * @param paths the configuration paths that the file lies at: {@code ""} for applicationHost.config
 * @param isTransform whether it is none itself but was applied to one; of its elements, those of which there is something to say
 *     have it as an attribute that nobody wrote
 * @param kind of the host; where it is only assumed to be a stock server, nobody named the sites in the paths
 */
public record WrittenFile(String path, LocatedElement root, List<String> paths, boolean isTransform, Host kind) {

    /** A file of a server. */
    public WrittenFile(String path, LocatedElement root, List<String> paths) {
        this(path, root, paths, Host.REAL);
    }

    /** A file of a host of some kind. */
    public WrittenFile(String path, LocatedElement root, List<String> paths, Host kind) {
        this(path, root, paths, false, kind);
    }

    /** A transform that was applied to the file that lies at some paths. */
    static WrittenFile ofTransform(String path, LocatedElement root, List<String> paths) {
        return new WrittenFile(path, root, paths, true, Host.REAL);
    }

    /** The kind of the host, in the words of effective documents. */
    public String host() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isAssumed() {
        return kind == Host.ASSUMED;
    }
}
