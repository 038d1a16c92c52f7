package io.github.iisaudit.report;

import io.github.iisaudit.settings.Form;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.TextKind;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The JSON Schema of settings files (https://json-schema.org/draft-07), from the keys that the reader knows. */
public final class SettingsSchema {

    private SettingsSchema() {}

    /** Writes the schema. */
    public static void write(Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.field("$schema", "http://json-schema.org/draft-07/schema#");
            json.field("title", "Settings of iisaudit: .iisaudit.yml");
            // An empty file is nothing.
            json.strings("type", List.of("object", "null"));
            group(json, Keys.FILE_FORM);
        });
    }

    private static void form(JsonText json, Form form) throws IOException {
        if (form instanceof Form.Choice choice) {
            json.strings("enum", choice.words());
        } else if (form instanceof Form.Text text) {
            text(json, text.kind());
        } else if (form instanceof Form.ListOf list) {
            json.field("type", "array");
            json.object("items", () -> form(json, list.item()));
        } else if (form instanceof Form.MapOf map) {
            json.field("type", "object");
            json.object("propertyNames", () -> text(json, map.name()));
            json.object("additionalProperties", () -> form(json, map.value()));
        } else if (form instanceof Form.Group group) {
            json.field("type", "object");
            group(json, group);
        }
    }

    /** Where any text will do, what looks like a number or a boolean is one too. */
    private static void text(JsonText json, TextKind kind) throws IOException {
        if (kind.pattern().isEmpty()) {
            json.strings("type", List.of("string", "number", "boolean"));
            json.field("minLength", 1);
        } else {
            json.field("type", "string");
            json.field("pattern", kind.pattern());
        }
    }

    private static void group(JsonText json, Form.Group group) throws IOException {
        json.object("properties", () -> {
            for (Form.Key key : group.keys()) {
                json.object(key.name(), () -> {
                    String otherwise = key.otherwise().isEmpty() ? "" : " (default: " + key.otherwise() + ")";
                    json.field("description", key.description() + otherwise);
                    form(json, key.form());
                });
            }
        });
        List<String> required = group.keys().stream()
                .filter(Form.Key::isRequired)
                .map(Form.Key::name)
                .toList();
        if (!required.isEmpty()) {
            json.strings("required", required);
        }
        json.field("additionalProperties", false);
    }
}
