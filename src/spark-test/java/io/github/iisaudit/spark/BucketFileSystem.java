package io.github.iisaudit.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The disk of this machine as a store that only Hadoop knows: {@code bucket://store/...}. */
public final class BucketFileSystem extends RawLocalFileSystem {

    private static final URI STORE = URI.create("bucket://store/");

    @Override
    public URI getUri() {
        return STORE;
    }

    @Override
    public void initialize(URI uri, Configuration hadoop) throws IOException {
        super.initialize(STORE, hadoop);
    }

    @Override
    protected void checkPath(Path path) {
        // All paths are its own.
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        FileStatus[] listed = super.listStatus(folder);
        for (FileStatus status : listed) {
            status.setPath(new Path(
                    STORE.getScheme(),
                    STORE.getAuthority(),
                    status.getPath().toUri().getPath()));
        }
        return listed;
    }
}
