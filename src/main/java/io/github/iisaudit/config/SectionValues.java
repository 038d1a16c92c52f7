package io.github.iisaudit.config;

import java.util.List;

/** The values of a section that can be read, defaults filled in. Immutable. */
public interface SectionValues {

    /** The value of an attribute of the section itself; empty for one that the schema does not know. */
    String value(String attribute);

    /** What the entries of a collection have in an attribute, those left out that say nothing of it. */
    List<String> entries(String collection, String attribute);

    /** Whether an entry of the section's own collection has this in an attribute. */
    boolean lists(String attribute, String value);

    /** Whether somebody wrote an attribute of the section itself. */
    boolean isWritten(String attribute);

    /** Whether a Boolean attribute is set. */
    default boolean isTrue(String attribute) {
        return value(attribute).equals("true");
    }
}
