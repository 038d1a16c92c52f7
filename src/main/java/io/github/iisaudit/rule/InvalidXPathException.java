package io.github.iisaudit.rule;

/** An XPath or a template that cannot be used. The message is one line without a place. */
public final class InvalidXPathException extends Exception {

    public InvalidXPathException(String message) {
        super(message);
    }
}
