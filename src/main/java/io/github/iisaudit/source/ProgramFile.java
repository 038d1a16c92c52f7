package io.github.iisaudit.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A file that is part of the program. Where the path is a constant, the distribution has the content in a class instead: to look
 * for a file, Java asks every module of its own and reads the list of the whole jar, a quarter of a bare start.
 */
public final class ProgramFile {

    private ProgramFile() {}

    /**
     * The content of a file.
     *
     * @param path from the root of the class path, with a slash in front
     * @return empty where there is none, as after a build that is not complete
     */
    public static Optional<byte[]> bytes(String path) {
        try (InputStream in = ProgramFile.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
