package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import java.util.List;

/**
 * One file as somebody wrote it.
 *
 * @param path relative to the root of its source
 * @param root its root element
 * @param paths the configuration paths that the file lies at: {@code ""} for applicationHost.config
 * @param isAssumed whether the server is only assumed to be a stock one, so that nobody named the sites in the paths
 */
public record WrittenFile(String path, LocatedElement root, List<String> paths, boolean isAssumed) {

    /** A file of a server that is known. */
    public WrittenFile(String path, LocatedElement root, List<String> paths) {
        this(path, root, paths, false);
    }
}
