package io.github.iisaudit.whatif;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What decides at a path how callers sign in, beside what decides who decrypts their tickets.
 *
 * @param values what is in force, but for the providers
 * @param places where all values were written, by what they are called here; those by default are not in it
 * @param missing files that were not collected and could say otherwise of anonymous authentication
 */
record SignIn(Map<Settable, String> values, Map<String, Place> places, List<Missing> missing) {

    /** Where nobody looked. */
    static final SignIn UNSEEN = new SignIn(Map.of(), Map.of(), List.of());

    private static final String ANONYMOUS = "system.webServer/security/authentication/anonymousAuthentication";

    static SignIn of(Scope scope, EffectiveSection windows) {
        EffectiveSection anonymous = scope.section(ANONYMOUS);
        Map<Settable, String> values = new TreeMap<>();
        Map<String, Place> places = new TreeMap<>();
        for (Setting setting : windows.settings()) {
            String name = setting.name().substring(setting.name().indexOf('/') + 1);
            note(setting.origin(), name, places);
            for (Settable each : Settable.values()) {
                if (each.id().equals(name)) {
                    values.put(each, setting.value());
                }
            }
        }
        windows.collections().stream()
                .filter(list -> list.name().equals(Settable.PROVIDERS.id()))
                .forEach(list ->
                        list.entries().forEach(entry -> note(entry.origin(), Settable.PROVIDERS.id(), places)));
        setting(anonymous, "enabled").ifPresent(enabled -> {
            values.put(Settable.ANONYMOUS, enabled.value());
            note(enabled.origin(), Settable.ANONYMOUS.id(), places);
        });
        return new SignIn(values, places, anonymous.incomplete());
    }

    private static void note(Origin origin, String name, Map<String, Place> places) {
        if (origin instanceof Origin.Written) {
            places.put(name, Place.of(origin.span()));
        }
    }

    private static Optional<Setting> setting(EffectiveSection section, String name) {
        return section.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    String value(Settable what) {
        return values.getOrDefault(what, "");
    }

    boolean isAnonymous() {
        return value(Settable.ANONYMOUS).equals("true");
    }

    /** Whether clients have to name the TLS channel that they came by. */
    boolean wantsChannel() {
        return value(Settable.TOKEN_CHECKING).equals("Require")
                && !value(Settable.FLAGS).contains("Proxy");
    }

    /** Whether clients that name a wrong channel or a wrong server are refused. */
    boolean checksChannel() {
        return !value(Settable.TOKEN_CHECKING).equals("None")
                && !value(Settable.TOKEN_CHECKING).isEmpty();
    }

    /** Whether flags turn off both checks, that of the channel and that of the name. */
    boolean checksNothing() {
        return value(Settable.FLAGS).contains("Proxy") && value(Settable.FLAGS).contains("NoServiceNameCheck");
    }
}
