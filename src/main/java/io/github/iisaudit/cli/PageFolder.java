package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of generated pages; it is made where it is missing. Pages that are no longer written stay. */
record PageFolder(Path folder) {

    /** Writes the pages, by file name. */
    void write(Map<String, String> pages) throws UnwrittenException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnwrittenException("cannot write " + Destination.shown(folder) + ": " + Destination.reason(e));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            new Destination(folder.resolve(page.getKey())).write(out -> out.write(page.getValue()));
        }
    }
}
