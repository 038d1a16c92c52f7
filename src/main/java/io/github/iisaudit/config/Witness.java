package io.github.iisaudit.config;

import org.jspecify.annotations.Nullable;

/** What knows of paths something that no configuration says. Safe for use by several threads. */
public interface Witness {

    /**
     * What stands beside the sections of a path in the element {@code kerberos}; null where there is nothing to say. It is the same
     * object for paths that it is the same for, where that is known.
     */
    @Nullable
    EffectiveElement tell(Scope scope, Application application);
}
