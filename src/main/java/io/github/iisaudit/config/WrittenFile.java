package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import java.util.List;

/**
 * One file as somebody wrote it.
 *
 * @param path relative to the root of its source
 * @param root its root element
 * @param paths the configuration paths that the file lies at: {@code ""} for applicationHost.config
 * @param isTransform whether it is none itself but was applied to one; of its elements, those of which there is something to say
 *     have it as an attribute that nobody wrote
 * @param isAssumed whether the server is only assumed to be a stock one, so that nobody named the sites in the paths
 */
public record WrittenFile(
        String path, LocatedElement root, List<String> paths, boolean isTransform, boolean isAssumed) {

    /** A file of a server that is known. */
    public WrittenFile(String path, LocatedElement root, List<String> paths) {
        this(path, root, paths, false);
    }

    /** A file, of which it is known whether somebody named the sites. */
    public WrittenFile(String path, LocatedElement root, List<String> paths, boolean isAssumed) {
        this(path, root, paths, false, isAssumed);
    }

    /** A transform that was applied to the file that lies at some paths. */
    static WrittenFile ofTransform(String path, LocatedElement root, List<String> paths) {
        return new WrittenFile(path, root, paths, true, false);
    }
}
