package io.github.iisaudit.fleet;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be the same on all servers: {@code off}, or {@code on} and the settings of Windows authentication, or why there are
 * none.
 *
 * @param parts such as {@code on}, {@code useKernelMode=true}, {@code providers Negotiate NTLM}; at least one
 */
public record WindowsSettings(List<String> parts) implements Serializable {

    /** The settings of an effective section; where it is off the others do not matter. */
    static WindowsSettings of(EffectiveSection section) {
        return new WindowsSettings(section.error()
                .map(error -> List.of("fails: " + error.kind().id()))
                .orElseGet(() -> section.unknown().isPresent() ? List.of("unknown") : values(section)));
    }

    /** All in one line. */
    public String text() {
        return String.join(", ", parts);
    }

    private static List<String> values(EffectiveSection section) {
        List<String> parts = new ArrayList<>();
        for (Setting setting : section.settings()) {
            if (setting.name().equals("enabled")) {
                if (!setting.value().equals("true")) {
                    return List.of("off");
                }
                parts.add("on");
            } else {
                parts.add(setting.name() + "=" + setting.value());
            }
        }
        for (Collection collection : section.collections()) {
            if (!collection.entries().isEmpty()) {
                parts.add(collection.name() + " " + entries(collection));
            }
        }
        return List.copyOf(parts);
    }

    private static String entries(Collection collection) {
        List<String> keys = new ArrayList<>();
        collection.entries().forEach(entry -> keys.add(entry.settings().get(0).value()));
        return String.join(" ", keys);
    }
}
