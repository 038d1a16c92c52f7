package io.github.iisaudit.history;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Entry;
import io.github.iisaudit.config.EffectiveSection.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one section says, value by value, by names that stay the same from version to version. */
final class SectionTexts {

    private static final String STATE = "";
    private static final int SHOWN_IN_ORDER = 8;

    private SectionTexts() {}

    static Map<String, Reading> of(EffectiveSection section) {
        Map<String, Reading> values = new LinkedHashMap<>();
        values.put(STATE, state(section));
        for (Setting setting : section.settings()) {
            values.put(setting.name(), Reading.of(setting.value(), setting.origin()));
        }
        section.collections().forEach(collection -> add(collection, values));
        return values;
    }

    private static Reading state(EffectiveSection section) {
        Optional<ConfigError> error = section.error().or(section::assumed);
        if (error.isPresent()) {
            String condition = section.error().isPresent() ? "error " : "unless the server unlocks it, error ";
            ConfigError raised = error.get();
            return Reading.of(condition + raised.kind().id() + ": " + raised.message(), raised.span());
        }
        return section.unknown()
                .map(reason -> new Reading("unknown: " + reason, null, false))
                .orElse(Reading.NONE);
    }

    private static void add(Collection collection, Map<String, Reading> values) {
        StringBuilder order = new StringBuilder();
        List<Entry> entries = collection.entries();
        for (Entry entry : entries) {
            String key =
                    entry.settings().isEmpty() ? "" : entry.settings().get(0).value();
            String name = collection.name() + "[" + key + "]";
            String free = name;
            for (int i = 2; values.containsKey(free); i++) {
                free = name + "#" + i;
            }
            values.put(free, Reading.of(text(entry), entry.origin()));
            order.append(order.isEmpty() ? "" : ", ").append(key);
        }
        if (entries.size() > 1 && entries.size() <= SHOWN_IN_ORDER) {
            values.put(
                    collection.name() + " order",
                    Reading.of(order.toString(), entries.get(0).origin()));
        }
    }

    /** The key alone where it says all. */
    private static String text(Entry entry) {
        StringBuilder text = new StringBuilder();
        for (Setting setting : entry.settings()) {
            text.append(text.isEmpty() ? "" : " " + setting.name() + "=").append(setting.value());
        }
        return text.toString();
    }
}
