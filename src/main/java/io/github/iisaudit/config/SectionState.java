package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/** What the files read so far say of one section at one path. Immutable; told apart as an object. */
final class SectionState {

    /** Nothing is written, and every file may write it. */
    static final SectionState OPEN = declared(Lock.OPEN);

    private final ElementState values;
    private final Lock lock;
    private final @Nullable ConfigError error;
    private final @Nullable ConfigError assumed;
    private final @Nullable Unknown unknown;

    /** Made when it is first asked for. */
    private volatile @Nullable Said content;

    private SectionState(
            ElementState values,
            Lock lock,
            @Nullable ConfigError error,
            @Nullable ConfigError assumed,
            @Nullable Unknown unknown) {
        this.values = values;
        this.lock = lock;
        this.error = error;
        this.assumed = assumed;
        this.unknown = unknown;
    }

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

    static SectionState declared(Lock lock) {
        return new SectionState(ElementState.EMPTY, lock, null, null, null);
    }

    /** What is written. */
    ElementState values() {
        return values;
    }

    /** Whether files below may write it, and who said so. */
    Lock lock() {
        return lock;
    }

    /** What IIS raises when it reads the section here; it stays on the way down. */
    @Nullable
    ConfigError error() {
        return error;
    }

    /** An error that holds only if the server is as a stock one. */
    @Nullable
    ConfigError assumed() {
        return assumed;
    }

    /** Why the answer is not known; it stays on the way down. */
    @Nullable
    Unknown unknown() {
        return unknown;
    }

    /** All that its element shows in an effective document, and whether, not where, that was written. */
    Said content() {
        Said known = content;
        if (known == null) {
            known = said();
            content = known;
        }
        return known;
    }

    private Said said() {
        Said.Builder said = new Said.Builder();
        if (error != null) {
            error.addTo(said.add("error"));
        } else if (unknown != null) {
            said.add("unknown").add(unknown.reason());
        } else {
            // An empty list that somebody cleared is told from one of which nobody wrote anything.
            said.add(values.nearest() == null ? 0 : 1).add(values.content());
            if (assumed != null) {
                assumed.addTo(said.add("assumed"));
            }
        }
        return said.build();
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
