package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.xml.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Effective configuration for programs, version 1 of its schema: fields may be added to it, none is renamed or
 * removed.
 */
final class EffectiveJson implements EffectiveReporter {

    private final JsonText json;
    private boolean isServerOpen;
    private List<String> refused = List.of();

    EffectiveJson(Writer out) throws IOException {
        json = new JsonText(out);
        json.begin();
        json.field("schemaVersion", 1);
        json.beginArray("servers");
    }

    @Override
    public void server(String name, String root) throws IOException {
        endServer();
        isServerOpen = true;
        json.begin();
        json.field("name", name);
        json.field("root", root);
        json.beginArray("scopes");
    }

    private void endServer() throws IOException {
        if (isServerOpen) {
            json.endArray();
            json.endObject();
        }
    }

    @Override
    public void refused(List<String> sentences) {
        refused = sentences;
    }

    @Override
    public void end() throws IOException {
        endServer();
        json.endArray();
        if (!refused.isEmpty()) {
            json.strings("notices", refused);
        }
        json.endObject();
        json.end();
    }

    @Override
    public void scope(Scope scope, List<EffectiveSection> sections) throws IOException {
        json.object(() -> {
            json.field("path", scope.path());
            json.field("kind", scope.kind().id());
            if (!scope.applicationPool().isEmpty()) {
                json.field("applicationPool", scope.applicationPool());
            }
            json.object("sections", () -> {
                for (EffectiveSection section : sections) {
                    json.object(section.name(), () -> section(section));
                }
            });
        });
    }

    private void section(EffectiveSection section) throws IOException {
        Optional<ConfigError> error = section.error();
        Optional<String> unknown = section.unknown();
        if (error.isPresent()) {
            json.object("error", () -> error(error.get()));
        } else if (unknown.isPresent()) {
            json.object("unknown", () -> json.field("reason", unknown.get()));
        } else {
            values(section);
        }
    }

    private void values(EffectiveSection section) throws IOException {
        json.object("attributes", () -> {
            for (Setting setting : section.settings()) {
                json.object(setting.name(), () -> {
                    value("value", setting);
                    origin(setting.origin());
                });
            }
        });
        json.object("collections", () -> {
            for (EffectiveSection.Collection collection : section.collections()) {
                json.objects(collection.name(), collection.entries(), this::entry);
            }
        });
        Optional<ConfigError> assumed = section.assumed();
        if (assumed.isPresent()) {
            json.object("assumed", () -> json.object("error", () -> error(assumed.get())));
        }
        if (!section.incomplete().isEmpty()) {
            json.objects("incomplete", section.incomplete(), m -> {
                json.field("file", m.file());
                json.field("reason", m.reason());
            });
        }
    }

    private void entry(EffectiveSection.Entry entry) throws IOException {
        for (Setting setting : entry.settings()) {
            value(setting.name(), setting);
        }
        origin(entry.origin());
    }

    private void value(String name, Setting setting) throws IOException {
        if (setting.isBoolean()) {
            json.field(name, setting.value().equals("true"));
        } else {
            json.field(name, setting.value());
        }
    }

    private void origin(Origin origin) throws IOException {
        if (!(origin instanceof Written written)) {
            json.object("origin", () -> json.field("default", true));
            return;
        }
        json.object("origin", () -> place(written));
        if (!written.via().isEmpty()) {
            json.objects("via", written.via(), w -> {
                place(w);
                json.field("value", w.value());
            });
        }
    }

    private void place(Written written) throws IOException {
        Span span = written.span();
        json.field("file", span.path());
        json.field("line", span.line());
        json.field("column", span.column());
        String location = written.location();
        if (location != null) {
            json.field("location", location);
        }
    }

    private void error(ConfigError error) throws IOException {
        json.field("kind", error.kind().id());
        json.field("code", error.kind().code());
        json.field("message", error.message());
        if (!error.file().isEmpty()) {
            json.field("file", error.file());
        }
        if (error.line() > 0) {
            json.field("line", error.line());
        }
        Span lock = error.lockedBy();
        if (lock != null) {
            json.object("lockedBy", () -> {
                json.field("file", lock.path());
                json.field("line", lock.line());
            });
        }
    }
}
