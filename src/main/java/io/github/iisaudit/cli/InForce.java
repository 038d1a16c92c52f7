package io.github.iisaudit.cli;

import io.github.iisaudit.report.SettingsList.Row;
import io.github.iisaudit.settings.Form;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.xml.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is typed on top of what a file states, on top of what holds otherwise. */
final class InForce {

    /** A value by its key, and the option that states it. */
    private record Typed(String key, String value, String option) {}

    private final Settings settings;
    private final Map<String, List<Typed>> typed = new LinkedHashMap<>();

    InForce(Settings settings) {
        this.settings = settings;
    }

    /** Adds what is typed for a key, such as {@code env.SITES} below {@code env}. */
    void add(String top, String key, String value, String option) {
        typed.computeIfAbsent(top, t -> new ArrayList<>()).add(new Typed(key, value, option));
    }

    /** All keys in the order of the table, with at least one row each. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Form.Key key : Keys.FILE_FORM.keys()) {
            boolean isList = key.form() instanceof Form.ListOf;
            List<Row> some = rows(key.name(), isList);
            rows.addAll(some.isEmpty() ? List.of(Row.otherwise(key.name(), key.otherwise())) : some);
        }
        return rows;
    }

    private List<Row> rows(String top, boolean isList) {
        List<Typed> here = typed.getOrDefault(top, List.of());
        List<Row> rows = new ArrayList<>();
        for (Settings.Entry entry : settings.entries()) {
            boolean isOverridden =
                    !isList && here.stream().anyMatch(it -> it.key().equalsIgnoreCase(entry.key()));
            if (entry.top().equals(top) && !isOverridden) {
                rows.add(Row.stated(entry.key(), shown(top, entry.key(), entry.value()), entry.place()));
            }
        }
        for (Typed it : here) {
            rows.add(Row.typed(
                    it.key(),
                    shown(top, it.key(), it.value()),
                    it.option(),
                    settings.entries().stream()
                            .filter(entry -> !isList && it.key().equalsIgnoreCase(entry.key()))
                            .map(Settings.Entry::place)
                            .findFirst()));
        }
        return rows;
    }

    /** What a deployment puts into files may be secret. */
    private static String shown(String top, String key, String value) {
        boolean isPutIn = top.equals(Keys.ENV) || top.equals(Keys.ENVIRONMENTS);
        return isPutIn ? Secrets.shown(key, value) : value;
    }

    /** Adds a value if there is one. */
    void add(String key, Optional<String> value, String option) {
        value.ifPresent(it -> add(key, key, it, option));
    }
}
