package io.github.iisaudit.xpath;

import java.util.Collection;
import java.util.Set;

/** An XPath or a template that cannot be used. The message is one line without a place. */
public final class InvalidXPathException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Collection<String> known;

    public InvalidXPathException(String message) {
        this(message, "", Set.of());
    }

    /**
     * A name that nothing has.
     *
     * @param known what there is of its kind
     */
    InvalidXPathException(String message, String name, Collection<String> known) {
        super(message);
        this.name = name;
        this.known = known;
    }

    /** The name that nothing has; empty where something else is wrong. */
    public String name() {
        return name;
    }

    /** The names that somebody may have meant. */
    public Collection<String> known() {
        return known;
    }
}
