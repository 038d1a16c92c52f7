package io.github.iisaudit.xml;

/** What {@link PlainReader} leaves to a full parser. It has no stack trace, since it is thrown on the way and not told. */
final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1L;

    static final NotPlainException INSTANCE = new NotPlainException();

    private NotPlainException() {
        super("not plain", null, false, false);
    }
}
