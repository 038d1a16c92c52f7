package io.github.iisaudit.evidence;

/** Whoever waits while evidence is read: is told how far it is, and may end it. */
public interface EvidenceProgress {

    /** Nobody waits. */
    EvidenceProgress NONE = bytes -> {};

    /** More bytes of logs were read; unpacked ones. */
    void read(long bytes);

    /** Whether to end. */
    default boolean isCancelled() {
        return false;
    }
}
