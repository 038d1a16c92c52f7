package io.github.iisaudit.settings;

import io.github.iisaudit.xml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads settings files. A file is read whole or refused. */
public final class SettingsReader {

    /** The most bytes that a settings file may have. */
    public static final int LARGEST = YamlText.LARGEST;

    private final List<Settings.Entry> entries = new ArrayList<>();

    private SettingsReader() {}

    /**
     * Reads a settings file; an empty one states nothing.
     *
     * @param file the path to show in messages, with forward slashes
     * @throws SettingsException where it is no YAML, or a key or value is unknown, missing or wrong
     */
    public static Settings read(String file, byte[] bytes) throws SettingsException {
        SourceText source = YamlText.decode(file, bytes);
        Yaml root = YamlReader.read(source);
        Keys.FILE_FORM.check(root, "settings");
        return new SettingsReader().settings((Yaml.Fields) root);
    }

    private Settings settings(Yaml.Fields file) throws SettingsException {
        for (Yaml.Field field : file.fields()) {
            String key = field.key().value();
            flatten(key, key, field.value());
        }
        return new Settings(
                text(file, Keys.FAIL_ON),
                text(file, Keys.MIN_SEVERITY),
                map(file, Keys.SEVERITY),
                texts(file, Keys.SKIP_RULES),
                texts(file, Keys.RULES),
                texts(file, Keys.IGNORE),
                deployment(file),
                map(file, Keys.ENV),
                map(file, Keys.SERVERS),
                value(file, Keys.ENVIRONMENTS).stream()
                        .flatMap(map -> ((Yaml.Fields) map).fields().stream())
                        .map(SettingsReader::environment)
                        .toList(),
                groups(file, Keys.SUPPRESSIONS).stream()
                        .map(SettingsReader::suppression)
                        .toList(),
                List.copyOf(entries));
    }

    private void flatten(String top, String key, Yaml value) {
        if (value instanceof Yaml.Text text) {
            entries.add(new Settings.Entry(top, key, text.value(), text.span()));
        } else if (value instanceof Yaml.Fields fields) {
            fields.fields()
                    .forEach(field -> flatten(top, key + "." + field.key().value(), field.value()));
        } else if (value instanceof Yaml.Items list) {
            int index = 0;
            for (Yaml item : list.items()) {
                index++;
                boolean isText = item instanceof Yaml.Text;
                flatten(top, isText ? key : key + "[" + index + "]", item);
            }
        }
    }

    private static Optional<Settings.Deployment> deployment(Yaml.Fields file) throws SettingsException {
        Optional<Stated<String>> host = text(file, Keys.HOST);
        Optional<Stated<String>> site = text(file, Keys.SITE);
        if (host.isPresent() != site.isPresent()) {
            Stated<String> one = host.or(() -> site).orElseThrow();
            throw one.wrong(host.isPresent() ? "host needs a site beside it" : "site needs a host beside it");
        }
        return host.map(name -> new Settings.Deployment(name, site.orElseThrow()));
    }

    private static Settings.Environment environment(Yaml.Field field) {
        Yaml.Fields group = (Yaml.Fields) field.value();
        return new Settings.Environment(
                stated(field.key()),
                text(group, Keys.CONFIGURATION),
                text(group, Keys.PROFILE),
                text(group, Keys.ENVIRONMENT),
                map(group, Keys.VARIABLES),
                map(group, Keys.PARAMETERS));
    }

    private static Settings.Suppression suppression(Yaml.Fields group) {
        return new Settings.Suppression(
                required(group, Keys.RULE),
                required(group, Keys.PATH),
                required(group, Keys.REASON),
                text(group, Keys.EXPIRES).map(day -> new Stated<>(LocalDate.parse(day.value()), day.place())));
    }

    private static Optional<Yaml> value(Yaml.Fields group, String key) {
        return group.fields().stream()
                .filter(field -> field.key().value().equals(key))
                .map(Yaml.Field::value)
                .findFirst();
    }

    private static Optional<Stated<String>> text(Yaml.Fields group, String key) {
        return value(group, key).map(SettingsReader::stated);
    }

    private static Stated<String> required(Yaml.Fields group, String key) {
        return text(group, key).orElseThrow();
    }

    private static List<Stated<String>> texts(Yaml.Fields group, String key) {
        return value(group, key).stream()
                .flatMap(list -> ((Yaml.Items) list).items().stream())
                .map(SettingsReader::stated)
                .toList();
    }

    private static List<Settings.Named> map(Yaml.Fields group, String key) {
        return value(group, key).stream()
                .flatMap(map -> ((Yaml.Fields) map).fields().stream())
                .map(field -> new Settings.Named(stated(field.key()), stated(field.value())))
                .toList();
    }

    private static List<Yaml.Fields> groups(Yaml.Fields group, String key) {
        return value(group, key).stream()
                .flatMap(list -> ((Yaml.Items) list).items().stream())
                .map(Yaml.Fields.class::cast)
                .toList();
    }

    private static Stated<String> stated(Yaml value) {
        return new Stated<>(((Yaml.Text) value).value().strip(), value.span());
    }
}
