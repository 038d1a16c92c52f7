package io.github.iisaudit.report;

import io.github.iisaudit.xml.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The settings in force and where they come from. */
public final class SettingsList {

    private static final int WIDEST_VALUE = 40;

    private SettingsList() {}

    /**
     * A value in force.
     *
     * @param place where a file states it
     * @param option the option that states it; empty for what nobody typed
     * @param over what that option overrides in the file
     */
    public record Row(String key, String value, Optional<Span> place, String option, Optional<Span> over) {

        /** What holds where nobody says anything. */
        public static Row otherwise(String key, String value) {
            return new Row(key, value, Optional.empty(), "", Optional.empty());
        }

        /** What a file says. */
        public static Row stated(String key, String value, Span place) {
            return new Row(key, value, Optional.of(place), "", Optional.empty());
        }

        /** What was typed. */
        public static Row typed(String key, String value, String option, Optional<Span> over) {
            return new Row(key, value, Optional.empty(), option, over);
        }

        private String origin() {
            String overridden = over.map(span -> ", over " + line(span)).orElse("");
            return place.map(Row::line).orElse(option.isEmpty() ? "default" : "command line " + option) + overridden;
        }

        private static String line(Span span) {
            return span.path() + ":" + span.line();
        }
    }

    /** Text: a line for each value, with its origin. */
    public static String text(Optional<String> file, List<Row> rows) {
        int keys = rows.stream().mapToInt(row -> row.key().length()).max().orElse(0);
        int values = rows.stream()
                .mapToInt(row -> Glyphs.width(Glyphs.clean(row.value())))
                .filter(width -> width <= WIDEST_VALUE)
                .max()
                .orElse(0);
        Page page = new Page(Integer.MAX_VALUE);
        page.line(file.map(name -> "settings file: " + Glyphs.clean(name)).orElse("no settings file"))
                .gap();
        for (Row row : rows) {
            String value = Glyphs.pad(Glyphs.clean(row.value()), values);
            page.line(Glyphs.pad(Glyphs.clean(row.key()), keys) + "  " + value + "  " + Glyphs.clean(row.origin()));
        }
        return page.toString();
    }

    /** JSON: {@code {"schemaVersion": 1, "file", "settings": [{"key", "value", "origin", …}]}}. */
    public static void json(Optional<String> file, List<Row> rows, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.field("schemaVersion", 1);
            if (file.isPresent()) {
                json.field("file", file.get());
            }
            json.objects("settings", rows, row -> {
                json.field("key", row.key());
                json.field("value", row.value());
                if (row.place().isPresent()) {
                    json.field("origin", "file");
                    place(json, row.place().get());
                } else if (row.option().isEmpty()) {
                    json.field("origin", "default");
                } else {
                    json.field("origin", "commandLine");
                    json.field("option", row.option());
                    if (row.over().isPresent()) {
                        Span over = row.over().get();
                        json.object("over", () -> place(json, over));
                    }
                }
            });
        });
    }

    private static void place(JsonText json, Span place) throws IOException {
        json.field("file", place.path());
        json.field("line", place.line());
        json.field("column", place.column());
    }
}
