package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the files read so far say of one section at one path. Immutable.
 *
 * @param values what is written
 * @param lock whether files below may write it, and who said so
 * @param error what IIS raises when it reads the section here; it stays on the way down
 * @param assumed an error that holds only if the server is as a stock one
 * @param unknown why the answer is not known; it stays on the way down
 */
record SectionState(
        ElementState values,
        Lock lock,
        @Nullable ConfigError error,
        @Nullable ConfigError assumed,
        @Nullable Unknown unknown) {

    /**
     * The override mode in force.
     *
     * @param depth of the file that set it: it binds files below that one
     * @param span where it was set, or null where nothing was written
     * @param isAssumed whether that file is only assumed
     * @param doubt why it is not known whether the section is locked, or null
     */
    record Lock(
            boolean isLocked,
            int depth,
            @Nullable Span span,
            boolean isAssumed,
            @Nullable String doubt) {

        static final Lock OPEN = new Lock(false, 0, null, false, null);
    }

    /**
     * Why the answer is not known.
     *
     * @param place what was written that makes it so, or null
     */
    record Unknown(String reason, @Nullable LocatedElement place) {}

    /** Nothing is written, and every file may write it. */
    static final SectionState OPEN = declared(Lock.OPEN);

    static SectionState declared(Lock lock) {
        return new SectionState(ElementState.EMPTY, lock, null, null, null);
    }

    /** Whether no file can change the answer any more: an error or an unknown stays. */
    boolean isSettled() {
        return error != null || unknown != null;
    }

    /** Whether something is wrong with it, on any server or on a stock one, or is not known. */
    boolean isTroubled() {
        return isSettled() || assumed != null;
    }

    SectionState with(ElementState newValues) {
        return new SectionState(newValues, lock, error, assumed, unknown);
    }

    SectionState with(Lock newLock) {
        return new SectionState(values, newLock, error, assumed, unknown);
    }

    SectionState failing(ConfigError found) {
        return new SectionState(values, lock, found, assumed, unknown);
    }

    SectionState assuming(ConfigError found) {
        return new SectionState(values, lock, error, assumed == null ? found : assumed, unknown);
    }

    SectionState unknown(Unknown reason) {
        return new SectionState(values, lock, error, assumed, reason);
    }

    SectionState refused(Refusal refusal) {
        return refusal.error().map(this::failing).orElseGet(() -> unknown(refusal.unknown()));
    }
}
