package io.github.iisaudit.whatif;

/**
 * What keeps a web.config from making the change, so that only applicationHost.config can.
 *
 * @param isOnSection whether the whole section is locked; else attributes of it
 * @param place where
 */
public record Lock(boolean isOnSection, Place place) {}
