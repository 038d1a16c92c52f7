package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be changed. Immutable.
 *
 * @param attributes of the section windowsAuthentication with their new values, in the order in which they were given
 * @param identity what the pools of the applications are to run as; empty where that stays
 */
public record Change(Map<String, Boolean> attributes, Optional<PoolIdentity> identity) {

    private static final List<String> NAMES = List.of(
            WindowsAuthentication.KERNEL_MODE, WindowsAuthentication.POOL_CREDENTIALS, WindowsAuthentication.ENABLED);

    /** What is asked where nothing else is. */
    static final Change KERNEL_MODE_OFF =
            new Change(Map.of(WindowsAuthentication.KERNEL_MODE, false), Optional.empty());

    /**
     * Reads what was asked for; without any change in it, the question that is asked most.
     *
     * @param settings each {@code name=true} or {@code name=false}, in any case
     * @param identity as {@link PoolIdentity#parse} reads it
     * @throws InvalidChangeException for an attribute or a value that there is not, or a contradiction
     */
    public static Change parse(List<String> settings, Optional<String> identity) throws InvalidChangeException {
        Map<String, Boolean> attributes = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = name(equals < 0 ? setting : setting.substring(0, equals));
            boolean value = value(name, equals < 0 ? "" : setting.substring(equals + 1));
            Boolean other = attributes.putIfAbsent(name, value);
            if (other != null && other != value) {
                throw new InvalidChangeException(name + " cannot be both true and false");
            }
        }
        if (attributes.isEmpty() && identity.isEmpty()) {
            return KERNEL_MODE_OFF;
        }
        return new Change(
                attributes, identity.isEmpty() ? Optional.empty() : Optional.of(PoolIdentity.parse(identity.get())));
    }

    private static String name(String text) throws InvalidChangeException {
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidChangeException(
                        "'" + text + "' cannot be set here; possible are " + String.join(", ", NAMES)));
    }

    private static boolean value(String name, String text) throws InvalidChangeException {
        String value = text.strip();
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.equalsIgnoreCase("true");
        }
        throw new InvalidChangeException("'" + text + "' is no value for " + name + ": true or false expected");
    }

    /** The attributes as configuration writes them. */
    Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        attributes.forEach((name, value) -> written.put(name, value.toString()));
        return written;
    }
}
