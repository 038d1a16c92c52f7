package io.github.iisaudit.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An identity that application pools can be given.
 *
 * @param type as the schema spells it
 * @param user {@code DOMAIN\name} for SpecificUser, else empty
 */
public record PoolIdentity(String type, String user) {

    static final String SPECIFIC_USER = "SpecificUser";

    private static final List<String> BUILT_IN =
            List.of("ApplicationPoolIdentity", "NetworkService", "LocalService", "LocalSystem");

    /**
     * Reads {@code NetworkService} or {@code SpecificUser:DOMAIN\name}; the type in any case.
     *
     * @throws InvalidChangeException for anything else
     */
    public static PoolIdentity parse(String text) throws InvalidChangeException {
        String prefix = SPECIFIC_USER + ":";
        if (text.regionMatches(true, 0, prefix, 0, prefix.length()) && text.length() > prefix.length()) {
            return new PoolIdentity(SPECIFIC_USER, text.substring(prefix.length()));
        }
        return BUILT_IN.stream()
                .filter(type -> type.equalsIgnoreCase(text))
                .findFirst()
                .map(type -> new PoolIdentity(type, ""))
                .orElseThrow(() -> new InvalidChangeException("'" + text + "' is no pool identity; possible are "
                        + String.join(", ", BUILT_IN) + " and SpecificUser:DOMAIN\\user"));
    }

    /** Whether it is a group managed service account, whose password nobody types. */
    boolean isManaged() {
        return user.endsWith("$");
    }

    /** The attributes of {@code processModel} that say so. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("identityType", type);
        if (!user.isEmpty()) {
            attributes.put("userName", user);
        }
        return attributes;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return user.isEmpty() ? type : type + ":" + user;
    }
}
