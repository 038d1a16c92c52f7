package io.github.iisaudit.history;

import java.time.Instant;

/**
 * A version, and when it was.
 *
 * @param id a full commit id, or a folder's name
 * @param subject what whoever made it says of it, in one line; may be empty
 */
public record At(String id, Instant time, String subject) {}
