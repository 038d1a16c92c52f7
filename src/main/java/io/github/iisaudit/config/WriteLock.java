package io.github.iisaudit.config;

import io.github.iisaudit.config.SectionState.Lock;
import io.github.iisaudit.xml.Span;
import java.util.Collection;
import java.util.Optional;

/**
 * What keeps a web.config from setting attributes of a section at a path. applicationHost.config is never kept from
 * it: a lock binds the files below the one that sets it.
 *
 * @param span where the lock was set
 * @param isOnSection whether it covers the whole section; else some attributes, by lockAttributes or
 *     lockAllAttributesExcept
 * @param isAssumed whether the server that sets it is only assumed
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration">How to use locking</a>
 */
public record WriteLock(Span span, boolean isOnSection, boolean isAssumed) {

    /**
     * The lock that a web.config at a path runs into; empty where it may write these attributes, or where the
     * section is unknown.
     *
     * @param path of a site or below
     */
    public static Optional<WriteLock> at(
            ServerConfiguration server, String path, String section, Collection<String> attributes) {
        SectionState state = server.resolver().resolve(path).section(section);
        if (state == null) {
            return Optional.empty();
        }
        int depth = ConfigPath.depth(path);
        Lock lock = state.lock();
        if (lock.isLocked() && lock.depth() < depth && lock.span() != null) {
            return Optional.of(new WriteLock(lock.span(), true, lock.isAssumed()));
        }
        GranularLocks.Lock item = state.values().itemLock();
        if (item != null && item.binds(depth)) {
            return Optional.of(new WriteLock(item.span(), true, lock.isAssumed()));
        }
        for (String attribute : attributes) {
            GranularLocks.Lock granular = state.values().locks().onAttribute(attribute, depth);
            if (granular != null) {
                return Optional.of(new WriteLock(granular.span(), false, lock.isAssumed()));
            }
        }
        return Optional.empty();
    }
}
