package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small servers with the answers of IIS: {@code conformance/<number>/} holds a snapshot and {@code expected.json}, which
 * gives for paths and authentication sections the values or the error. Answers of which nobody is sure are asked for and
 * not compared.
 */
class ConformanceTest {

    private static final String GROUP = "system.webServer/security/authentication/";

    /** Cases that we hold to be wrong. They must go on failing: one that does not is to be struck off. */
    private static final Map<String, String> DISPUTED = Map.of(
            "072",
            "it holds nothing but applicationHost.config and expects the error of a missing folder; a folder that is"
                    + " not in a snapshot was not collected, and what was not collected is never taken for absent");

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        return cases().stream().map(folder -> {
            JsonNode expected = expected(folder);
            String id = folder.getFileName().toString();
            String name = id + " " + expected.path("family").asString() + ": "
                    + expected.path("title").asString();
            return DynamicTest.dynamicTest(name, folder.toUri(), () -> check(id, folder, expected));
        });
    }

    @Test
    void everyDisputedCaseIsThere() throws IOException {
        assertThat(cases())
                .extracting(folder -> folder.getFileName().toString())
                .containsAll(DISPUTED.keySet());
    }

    private static void check(String id, Path folder, JsonNode expected) throws SourceException {
        List<String> differences = differences(read(folder), expected.path("paths"));
        String reason = DISPUTED.get(id);
        if (reason == null) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences).as("no longer disputed: %s", reason).isNotEmpty();
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders =
                Files.list(Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("/conformance"))
                        .toURI()))) {
            return folders.sorted().toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static JsonNode expected(Path folder) {
        return JsonMapper.shared().readTree(folder.resolve("expected.json"));
    }

    /** The scopes of the one server in a folder, by their paths ignoring case. */
    private static Map<String, Map<String, EffectiveSection>> read(Path folder) throws SourceException {
        List<ConfigSource> sources =
                Sources.open(List.of(folder.toString()), SourceOptions.DEFAULTS).sources();
        assertThat(sources).hasSize(1);
        Map<String, Map<String, EffectiveSection>> scopes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ServerConfiguration.read(sources.get(0)).forEachScope(scope -> scopes.put(scope.path(), sections(scope)));
        return scopes;
    }

    private static Map<String, EffectiveSection> sections(Scope scope) {
        Map<String, EffectiveSection> sections = new TreeMap<>();
        scope.sections().forEach(section -> sections.put(section.name(), section));
        return sections;
    }

    private static List<String> differences(Map<String, Map<String, EffectiveSection>> scopes, JsonNode paths) {
        List<String> differences = new ArrayList<>();
        paths.forEachEntry((path, sections) -> sections.forEachEntry((name, cell) -> {
            EffectiveSection section =
                    Objects.requireNonNull(nearest(scopes, path).get(GROUP + name));
            Optional<String> difference = difference(cell.path("expect"), section);
            if (!cell.path("confidence").asString().equals("uncertain")) {
                difference.ifPresent(text -> differences.add(path + " " + name + ": " + text));
            }
        }));
        return differences;
    }

    /** A path without settings of its own has what the nearest path above it has. */
    private static Map<String, EffectiveSection> nearest(
            Map<String, Map<String, EffectiveSection>> scopes, String path) {
        Map<String, EffectiveSection> scope = scopes.get(path);
        if (scope != null) {
            return scope;
        }
        int slash = path.lastIndexOf('/');
        return nearest(scopes, slash < 0 ? "" : path.substring(0, slash));
    }

    private static Optional<String> difference(JsonNode expect, EffectiveSection section) {
        if (section.unknown().isPresent()) {
            return Optional.of("expected " + expect + " but it is unknown: "
                    + section.unknown().get());
        }
        if (expect.has("error") || section.error().isPresent()) {
            return difference(expect.path("error"), section.error());
        }
        Map<String, String> values = values(section);
        List<String> wrong = new ArrayList<>();
        expect.forEachEntry((name, value) -> {
            String text = value.isArray() ? strings(value).toString() : value.asString();
            if (!text.equalsIgnoreCase(values.get(name))) {
                wrong.add(name + " is " + values.get(name) + " and not " + text);
            }
        });
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    /** File and line are compared only where the case names them. */
    private static Optional<String> difference(JsonNode expect, Optional<ConfigError> found) {
        String kind = found.map(error -> error.kind().id()).orElse("no error");
        String file = found.map(ConfigError::file).orElse("");
        int line = found.map(ConfigError::line).orElse(0);
        boolean isSame = kind.equals(expect.path("kind").asString("no error"))
                && file.equalsIgnoreCase(expect.path("file").asString(file))
                && line == expect.path("line").asInt(line);
        return isSame
                ? Optional.empty()
                : Optional.of("expected " + expect + " but found " + kind + " " + file + ":" + line);
    }

    private static Map<String, String> values(EffectiveSection section) {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : section.settings()) {
            values.put(setting.name().substring(setting.name().lastIndexOf('/') + 1), setting.value());
        }
        section.collections().stream()
                .filter(list -> list.name().equals("providers"))
                .forEach(list -> values.put(
                        "providers",
                        list.entries().stream()
                                .map(entry -> entry.settings().get(0).value())
                                .toList()
                                .toString()));
        return values;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asString()));
        return strings;
    }
}
