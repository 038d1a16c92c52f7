package io.github.iisaudit;

/** Whoever waits for an audit: is told how far it is, and may end it. */
public interface Progress {

    /** Nobody waits. */
    Progress NONE = new Progress() {};

    /** The audit begins; called once, by the thread that runs it. */
    default void start(int servers) {}

    /** A server is done; called by the thread that runs the audit, in the order of the report. */
    default void done(int files, int findings) {}

    /** The audit is over, whether all servers are done or not; called once, by the thread that ran it. */
    default void end() {}

    /** Whether the audit is to end with what it has; called by all threads, often. */
    default boolean isCancelled() {
        return false;
    }
}
