package io.github.iisaudit.config;

import io.github.iisaudit.config.GranularLocks.Lock;
import org.jspecify.annotations.Nullable;

/** What a {@link Merge} does where IIS would refuse. */
interface Tolerance {

    /** IIS refuses, so reading stops. */
    Tolerance NONE = (refusal, lock) -> false;

    /** What is broken is left out: it is told elsewhere. */
    Tolerance ALL = (refusal, lock) -> true;

    /**
     * Whether merging goes on.
     *
     * @param lock the lock that was run into, or null where it is another kind of refusal
     */
    boolean passes(Refusal refusal, @Nullable Lock lock);

    /** On an assumed server a lock of the stock configuration may not be there: the first one is kept, the value is judged. */
    final class OfAssumedHost implements Tolerance {

        private @Nullable Refusal kept;

        @Override
        public boolean passes(Refusal refusal, @Nullable Lock lock) {
            boolean isStock = lock != null && lock.depth() == 0 && lock.doubt() == null;
            if (isStock && kept == null) {
                kept = refusal;
            }
            return isStock;
        }

        /** What IIS refuses if the server is as a stock one; null where it is nothing. */
        @Nullable
        Refusal kept() {
            return kept;
        }
    }
}
