package io.github.iisaudit.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A request of a capture and its answer.
 *
 * @param entry where it is within its file
 * @param time milliseconds since 1970; {@link LogTime#NONE} where it is not known
 * @param client its process or connection, as far as the capture tells
 * @param url without its query; only for finding out where it went
 * @param sent the credentials; null where there were none
 * @param offer what the answer wanted
 */
record Session(
        String entry,
        long time,
        String client,
        RequestUrl url,
        @Nullable Token sent,
        int status,
        Offer offer) {

    boolean isAnonymousRefused() {
        return sent == null && status == 401;
    }

    /** Whether it was refused without a word about how to go on. */
    boolean isBluntlyRefused() {
        return status == 401 && offer == Offer.BARE;
    }

    boolean isAccepted() {
        return sent != null && status >= 200 && status < 400;
    }
}
