package io.github.iisaudit.fix;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.xml.EncodedText;
import io.github.iisaudit.xml.Splice;
import java.util.List;

/**
 * One file with all its changes.
 *
 * @param file its path, as findings name it
 * @param splices in its order; none overlaps another
 */
public record Patch(String file, EncodedText text, List<Splice> splices) {

    /** Copies the list. */
    public Patch {
        splices = List.copyOf(splices);
    }

    /** The bytes as they are. */
    public byte[] before() {
        return text.bytes();
    }

    /** The bytes as they are to be. */
    public byte[] after() {
        return text.with(splices);
    }

    ConfigFile changed() {
        return new ConfigFile(file, after());
    }
}
