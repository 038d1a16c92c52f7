package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What IIS would see of one section at one path, and claims about it that show the whole answer where they fail. */
final class Answer {

    private final Scope scope;
    private final EffectiveSection section;

    Answer(Scope scope, EffectiveSection section) {
        this.scope = scope;
        this.section = section;
    }

    Answer isOn() {
        return has("enabled", "true");
    }

    Answer isOff() {
        return has("enabled", "false");
    }

    Answer inKernelMode() {
        return has("useKernelMode", "true");
    }

    Answer inUserMode() {
        return has("useKernelMode", "false");
    }

    /** The value of an attribute. */
    Answer has(String name, String value) {
        assertThat(setting(name).value()).as("%s in %s", name, this).isEqualTo(value);
        return this;
    }

    Answer hasProviders(String... values) {
        return hasEntries("providers", values);
    }

    /** The entries of a collection by their keys. */
    Answer hasEntries(String name, String... keys) {
        assertThat(keys(collection(name))).as("%s in %s", name, this).containsExactly(keys);
        return this;
    }

    Answer fails(ErrorKind kind, String place) {
        assertThat(described(section.error().stream())).as(toString()).containsExactly(kind.id() + " at " + place);
        return this;
    }

    /** Nothing in a file is at fault. */
    Answer fails(ErrorKind kind) {
        return fails(kind, ":0");
    }

    /** The error that it would be on a stock server. */
    Answer wouldFail(ErrorKind kind, String place) {
        assertThat(described(section.assumed().stream())).as(toString()).containsExactly(kind.id() + " at " + place);
        return this;
    }

    /** The lock that was run into, as it is written. */
    Answer lockedBy(String text) {
        ConfigError error = Stream.of(section.error(), section.assumed())
                .flatMap(found -> found.stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no error in " + this));
        Span lock = error.lockedBy();
        assertThat(lock == null ? "" : lock.path() + " " + lock.text())
                .as(toString())
                .isEqualTo(text);
        return this;
    }

    Answer isUnknown(String reason) {
        assertThat(section.unknown())
                .as(toString())
                .hasValueSatisfying(r -> assertThat(r).contains(reason));
        assertThat(section.settings()).as(toString()).isEmpty();
        return this;
    }

    Answer isComplete() {
        return isIncompleteFor();
    }

    Answer isIncompleteFor(String... files) {
        values();
        assertThat(section.incomplete())
                .as(toString())
                .extracting(Missing::file)
                .containsExactly(files);
        return this;
    }

    /** Where the value of an attribute comes from: {@code web.config:2 enabled="true"}. */
    Answer from(String name, String origin) {
        assertThat(place(setting(name).origin())).as(toString()).isEqualTo(origin);
        return this;
    }

    /** What the value of an attribute overrode, the latest first. */
    Answer over(String name, String... origins) {
        assertThat(setting(name).origin().via())
                .as(toString())
                .extracting(Answer::place)
                .containsExactly(origins);
        return this;
    }

    Setting setting(String name) {
        return values().settings().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    Collection collection(String name) {
        return values().collections().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no list " + name + " in " + this));
    }

    private EffectiveSection values() {
        assertThat(section.error()).as(toString()).isEmpty();
        assertThat(section.unknown()).as(toString()).isEmpty();
        return section;
    }

    private static String place(Origin origin) {
        Span span = origin.span();
        String kind = origin instanceof Origin.Default ? "default at " : "";
        return kind + span.path() + ":" + span.line() + " " + span.text();
    }

    private static List<String> described(Stream<ConfigError> errors) {
        return errors.map(e -> e.kind().id() + " at " + e.file() + ":" + e.line())
                .toList();
    }

    private static List<String> keys(Collection collection) {
        return collection.entries().stream()
                .map(entry -> entry.settings().isEmpty()
                        ? ""
                        : entry.settings().get(0).value())
                .toList();
    }

    /** Everything that can be told of the section, on one line. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        section.error().ifPresent(e -> parts.add("error " + described(Stream.of(e)) + " " + lock(e)));
        section.assumed().ifPresent(e -> parts.add("assumed " + described(Stream.of(e)) + " " + lock(e)));
        section.unknown().ifPresent(reason -> parts.add("unknown " + reason));
        section.settings().forEach(s -> parts.add(s.name() + "=" + s.value() + " (" + place(s.origin()) + ")"));
        section.collections().forEach(c -> parts.add(c.name() + "=" + keys(c)));
        section.incomplete().forEach(m -> parts.add("without " + m.file()));
        return scope.path() + " " + section.name() + ": " + String.join(", ", parts);
    }

    private static String lock(ConfigError error) {
        return Objects.toString(error.lockedBy(), "");
    }
}
