package io.github.iisaudit.cli;

import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file whose first line is a password. */
record PasswordFile(String option, Path path) {

    /** Longer ones are none that anybody types. */
    private static final int LONGEST = 4096;

    String password() throws UsageException {
        String place = option + ": " + Destination.shown(path);
        try (InputStream in = NamedFile.open(path)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("").replace("\uFEFF", "");
            if (line.isEmpty()) {
                throw new UsageException(place + " has no first line");
            }
            return line;
        } catch (IOException e) {
            throw new UsageException(place + ": " + NamedFile.reason(e));
        }
    }
}
