package io.github.iisaudit.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import org.jspecify.annotations.Nullable;

/**
 * A zip whose entries are read one after the other. The library reads the list of all entries before the first, and keeps the streams of
 * those that were read until it is closed: so it is opened anew, but not for each. Not safe for use by several threads.
 */
final class OpenArchive implements AutoCloseable {

    private static final int MOST_STREAMS = 256;

    private final File file;
    private final char[] password;
    private @Nullable ZipFile zip;
    private int streams;

    OpenArchive(File file, char[] password) {
        this.file = file;
        this.password = password;
    }

    /** What is in an entry; the one before it must be closed. */
    InputStream entry(FileHeader entry) throws IOException, UnreadableEvidenceException {
        if (++streams > MOST_STREAMS) {
            close();
        }
        ZipFile open = zip;
        if (open == null) {
            open = Archive.open(file, password);
            zip = open;
        }
        long packed = Math.max(1, entry.getCompressedSize());
        return new Guarded(Archive.stream(open, entry), () -> packed);
    }

    @Override
    public void close() throws IOException {
        ZipFile open = zip;
        zip = null;
        streams = 0;
        if (open != null) {
            open.close();
        }
    }
}
