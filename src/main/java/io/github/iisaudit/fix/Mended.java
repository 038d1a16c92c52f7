package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What is done about one finding, or because it was asked for.
 *
 * @param finding the finding; empty for a change that somebody asked for
 * @param what what is done, in words that follow "what is done:"
 * @param splices the changes of files, in the order of each file
 * @param deed the same for a script; empty where the tools of IIS cannot do it
 */
public record Mended(Optional<Finding> finding, String what, List<FileSplice> splices, Optional<Deed> deed) {

    /** Copies the list. */
    public Mended {
        splices = List.copyOf(splices);
    }
}
