package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a server in memory, whoever brought them there: as they would lie in its folder, or an archive of it among them. Never
 * changes as long as nobody changes the bytes, of which no copy is made; may be used by several threads at once.
 *
 * @param name the server's, as its folder would be called
 * @param files contents by paths within that folder, with forward slashes; what cannot be configuration is passed over
 */
public record ServerFiles(String name, Map<String, byte[]> files) {

    /** Copies the map. */
    public ServerFiles {
        files = Map.copyOf(files);
    }

    /** The folder that they would lie in. */
    Typed folder() throws LimitException {
        ArchiveTree tree = new ArchiveTree(Path.of(""), name);
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            tree.addFile(file.getKey(), file.getValue().length);
        }
        refuse(tree);
        tree.disk().setContents(file -> new ByteArrayInputStream(content(file.entry())));
        return new Typed(name, tree.root());
    }

    private static void refuse(ArchiveTree tree) throws LimitException {
        for (Map.Entry<String, String> trouble : tree.troubles().entrySet()) {
            throw new LimitException(trouble.getKey() + " " + trouble.getValue());
        }
    }

    private byte[] content(@Nullable String path) {
        return path == null ? new byte[0] : files.getOrDefault(path, new byte[0]);
    }
}
