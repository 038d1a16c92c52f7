package io.github.iisaudit.evidence;

/** A file of evidence cannot be read; the message says why, and what to do about it, in one line without the name of the file. */
final class UnreadableEvidenceException extends Exception {

    UnreadableEvidenceException(String reason) {
        super(reason);
    }
}
