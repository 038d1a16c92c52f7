package io.github.iisaudit.settings;

import io.github.iisaudit.rule.Spelling;
import java.util.List;
import java.util.Optional;

/** What a value of the settings may be. Reading and the JSON Schema both rest on it. Immutable. */
public sealed interface Form {

    /**
     * Refuses a value that is something else.
     *
     * @param key what it is the value of
     */
    void check(Yaml value, String key) throws SettingsException;

    /** One of some words. */
    record Choice(List<String> words) implements Form {
        @Override
        public void check(Yaml value, String key) throws SettingsException {
            String word = text(value, key);
            if (!words.contains(word)) {
                throw new SettingsException(
                        value.span(),
                        key + ": '" + word + "' is none of " + String.join(", ", words)
                                + Spelling.didYouMean(word, words));
            }
        }
    }

    /** A text of a kind. */
    record Text(TextKind kind) implements Form {
        @Override
        public void check(Yaml value, String key) throws SettingsException {
            String text = text(value, key);
            Optional<String> mistake = text.isBlank() ? Optional.of("is empty") : kind.mistake(text);
            if (mistake.isPresent()) {
                throw new SettingsException(value.span(), key + ": " + mistake.get());
            }
        }
    }

    /** Any number of values. */
    record ListOf(Form item) implements Form {
        @Override
        public void check(Yaml value, String key) throws SettingsException {
            if (!(value instanceof Yaml.Items list)) {
                throw expected("a list", value, key);
            }
            for (Yaml each : list.items()) {
                item.check(each, key);
            }
        }
    }

    /** Any number of values by names of a kind. */
    record MapOf(TextKind name, Form value) implements Form {
        @Override
        public void check(Yaml map, String key) throws SettingsException {
            if (!(map instanceof Yaml.Fields fields)) {
                throw expected("a map", map, key);
            }
            for (Yaml.Field field : fields.fields()) {
                new Text(name).check(field.key(), key);
                value.check(field.value(), key + "." + field.key().value());
            }
        }
    }

    /** Values by known keys. */
    record Group(List<Key> keys) implements Form {
        @Override
        public void check(Yaml value, String key) throws SettingsException {
            if (!(value instanceof Yaml.Fields fields)) {
                throw expected("a map", value, key);
            }
            for (Yaml.Field field : fields.fields()) {
                key(field.key()).form().check(field.value(), field.key().value());
            }
            for (Key each : keys) {
                boolean isThere =
                        fields.fields().stream().anyMatch(f -> f.key().value().equals(each.name()));
                if (each.isRequired() && !isThere) {
                    throw new SettingsException(value.span(), key + ": " + each.name() + " is missing");
                }
            }
        }

        private Key key(Yaml.Text name) throws SettingsException {
            List<String> known = keys.stream().map(Key::name).toList();
            return keys.stream()
                    .filter(key -> key.name().equals(name.value()))
                    .findFirst()
                    .orElseThrow(() -> new SettingsException(
                            name.span(), "unknown key " + name.value() + hint(name.value(), known)));
        }

        private static String hint(String name, List<String> known) {
            String nearest = Spelling.didYouMean(name, known);
            return nearest.isEmpty() ? "; known are " + String.join(", ", known) : nearest;
        }
    }

    /**
     * A key and what stands behind it.
     *
     * @param description one or two sentences for whoever writes it
     * @param otherwise what holds where the key is not there
     */
    record Key(String name, Form form, boolean isRequired, String description, String otherwise) {}

    private static String text(Yaml value, String key) throws SettingsException {
        if (!(value instanceof Yaml.Text text) || text.isNull()) {
            throw expected("a text", value, key);
        }
        return text.value();
    }

    private static SettingsException expected(String what, Yaml instead, String key) {
        return new SettingsException(instead.span(), key + ": " + what + " expected, not " + instead.kind());
    }
}
