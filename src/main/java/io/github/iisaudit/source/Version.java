package io.github.iisaudit.source;

import java.time.Instant;
import java.util.List;

/**
 * What servers were at one time.
 *
 * @param id a full commit id, or the name of a folder as it was typed or lies below that
 * @param time when a commit was made, the date in a folder's name, or when a saved file was last written
 * @param subject what whoever made it says of it, in one line; may be empty
 * @param files finds the servers
 */
public record Version(String id, Instant time, String subject, Files files) {

    /** What opens the servers of a version; asked once, and of the versions of one timeline in their order. */
    public interface Files {

        /**
         * The servers, by the names that they have in every version.
         *
         * @throws SourceException where this version cannot be read; the message says why and nothing else
         */
        List<ConfigSource> open() throws SourceException;
    }
}
