package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Wanted;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be changed. Immutable.
 *
 * @param values what is to be set, each to a value in its one spelling ({@code Negotiate,NTLM}), in the order in which they were given
 * @param identity what the pools of the applications are to run as; empty where that stays
 */
public record Change(Map<Settable, String> values, Optional<PoolIdentity> identity) {

    /** Keeps the order. */
    public Change {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads what was asked for; without any change in it, the question that is asked most.
     *
     * @param settings each {@code name=value}, in any case
     * @param identity as {@link PoolIdentity#parse} reads it
     * @throws InvalidChangeException for a name or a value that there is not, or a contradiction
     */
    public static Change parse(List<String> settings, Optional<String> identity) throws InvalidChangeException {
        Map<Settable, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            Settable name = Settable.named(equals < 0 ? setting : setting.substring(0, equals));
            String value = name.value(equals < 0 ? "" : setting.substring(equals + 1));
            String other = values.putIfAbsent(name, value);
            if (other != null && !other.equals(value)) {
                throw new InvalidChangeException(name.id() + " cannot be both " + other + " and " + value);
            }
        }
        if (values.isEmpty() && identity.isEmpty()) {
            values.put(Settable.KERNEL_MODE, "false");
        }
        return new Change(
                values, identity.isEmpty() ? Optional.empty() : Optional.of(PoolIdentity.parse(identity.get())));
    }

    /** The attributes of the section windowsAuthentication itself. */
    public Map<String, Boolean> attributes() {
        Map<String, Boolean> attributes = new LinkedHashMap<>();
        values.forEach((what, value) -> {
            if (what.isOfSection()) {
                attributes.put(what.id(), value.equals("true"));
            }
        });
        return attributes;
    }

    /** What each section is to hold then. */
    Map<String, Wanted> sections() {
        Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
        Map<String, String> protection = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((what, value) -> {
            Map<String, String> own = attributes.computeIfAbsent(what.section(), s -> new LinkedHashMap<>());
            if (what == Settable.PROVIDERS) {
                lists.put(what.id(), List.of(value.split(",")));
            } else if (what == Settable.TOKEN_CHECKING || what == Settable.FLAGS) {
                protection.put(what.id(), value);
            } else {
                own.put(what.attribute(), value);
            }
        });
        Map<String, Map<String, String>> elements =
                protection.isEmpty() ? Map.of() : Map.of("extendedProtection", protection);
        Map<String, Wanted> sections = new LinkedHashMap<>();
        attributes.forEach((section, own) -> sections.put(
                section,
                section.equals(WindowsAuthentication.SECTION) ? new Wanted(own, elements, lists) : Wanted.of(own)));
        return sections;
    }

    /** Whether something else than attributes of that section is to be set. */
    public boolean hasMoreThanAttributes() {
        return values.keySet().stream().anyMatch(what -> !what.isOfSection());
    }

    /** Whether the section is to be changed, or an element in it. */
    boolean isOfWindows() {
        return values.keySet().stream().anyMatch(Settable::isWindows);
    }
}
