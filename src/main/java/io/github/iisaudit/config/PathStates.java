package io.github.iisaudit.config;

/**
 * What the files say at a path and below it.
 *
 * @param own what holds at the path itself and below it in the same application
 * @param inherited what child applications inherit: without location tags with inheritInChildApplications="false"
 */
record PathStates(PathState own, PathState inherited) {

    /** The same where nothing is kept from child applications. */
    static PathStates of(PathState both) {
        return new PathStates(both, both);
    }
}
