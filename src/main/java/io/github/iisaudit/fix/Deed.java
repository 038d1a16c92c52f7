package io.github.iisaudit.fix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a script does on the server itself, in applicationHost.config, with what it has to find there before it writes. */
public sealed interface Deed {

    /** The configuration path; empty for the whole server. */
    String path();

    /** Takes a location tag away. */
    record RemoveLocation(String path) implements Deed {}

    /** Puts the providers of Windows authentication, as they stand for a path, in another order. */
    record OrderProviders(String path, List<String> before, List<String> after) implements Deed {

        /** Copies the lists. */
        public OrderProviders {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Sets Boolean attributes of a section, each where the other value is in force. */
    record SetAttributes(String path, String section, Map<String, Boolean> values) implements Deed {

        /** Keeps the order. */
        public SetAttributes {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
