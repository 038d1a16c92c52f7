package io.github.iisaudit.settings;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 (https://yaml.org/spec/1.2.2/) from the parser's events, of which settings need but a part: one document of
 * maps, lists and texts. Tags, which could ask for any type, and aliases, which could multiply, are refused, and so are keys
 * that are there twice and nesting that no settings have.
 */
final class YamlReader {

    private static final int DEEPEST = 16;

    private final SourceText source;
    private final int[] offsets;
    private final Parser parser;
    private @Nullable Event last;

    private YamlReader(SourceText source) {
        this.source = source;
        this.offsets = offsets(source.text());
        LoadSettings settings = LoadSettings.builder().setLabel(source.path()).build();
        this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
    }

    /** The document of a file; an empty map where there is none. */
    static Yaml read(SourceText source) throws SettingsException {
        YamlReader reader = new YamlReader(source);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw new SettingsException(
                    reader.span(mark, mark), YamlProblem.inWords(e.getProblem(), reader.lineOf(mark)));
        } catch (ReaderException e) {
            int at = reader.offset(e.getPosition());
            String character = String.format("U+%04X", e.getCodePoint());
            throw new SettingsException(
                    new Span(source, at, at), "the character " + character + " is not allowed in YAML");
        } catch (YamlEngineException e) {
            String what = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new SettingsException(new Span(source, 0, 0), "is no YAML: " + what);
        }
    }

    /** The parser looks ahead, so where it fails without a word of its own is behind the last event. */
    private Event next() throws SettingsException {
        try {
            Event next = parser.next();
            last = next;
            return next;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            int at = last == null ? 0 : span(last).end();
            throw new SettingsException(
                    new Span(source, at, at),
                    "is no YAML from here on: look for a backslash in quotes that is no escape");
        }
    }

    private Yaml document() throws SettingsException {
        next();
        Event first = next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new Yaml.Fields(new Span(source, 0, 0), List.of());
        }
        Yaml root = node(next(), 0);
        next();
        Event rest = next();
        if (rest.getEventId() != Event.ID.StreamEnd) {
            throw new SettingsException(span(rest), "a second document: settings are one");
        }
        boolean isEmpty = root instanceof Yaml.Text text && text.isNull();
        return isEmpty ? new Yaml.Fields(root.span(), List.of()) : root;
    }

    private Yaml node(Event event, int depth) throws SettingsException {
        if (depth > DEEPEST) {
            throw new SettingsException(span(event), "is nested too deeply");
        }
        if (event instanceof AliasEvent) {
            throw new SettingsException(span(event), "aliases (*) are not supported: write the value out");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            return new Yaml.Text(span(event), scalar.getValue(), !scalar.isPlain());
        }
        refuseTag(((CollectionStartEvent) event).getTag(), event);
        return event.getEventId() == Event.ID.MappingStart ? fields(event, depth) : items(event, depth);
    }

    private void refuseTag(Optional<String> tag, Event event) throws SettingsException {
        if (tag.isPresent()) {
            throw new SettingsException(
                    span(event), "tags (!) are not supported: put the value in quotes if it is meant");
        }
    }

    private Yaml items(Event start, int depth) throws SettingsException {
        List<Yaml> items = new ArrayList<>();
        for (Event next = next(); next.getEventId() != Event.ID.SequenceEnd; next = next()) {
            items.add(node(next, depth + 1));
        }
        return new Yaml.Items(span(start), List.copyOf(items));
    }

    private Yaml fields(Event start, int depth) throws SettingsException {
        Map<String, Yaml.Field> fields = new LinkedHashMap<>();
        for (Event next = next(); next.getEventId() != Event.ID.MappingEnd; next = next()) {
            if (!(node(next, depth + 1) instanceof Yaml.Text key)) {
                throw new SettingsException(span(next), "a key can only be a text");
            }
            Yaml.Field field = new Yaml.Field(key, node(next(), depth + 1));
            Yaml.Field before = fields.putIfAbsent(key.value(), field);
            if (before != null) {
                throw new SettingsException(
                        key.span(),
                        "a second " + key.value() + "; the first is on line "
                                + before.key().span().line());
            }
        }
        return new Yaml.Fields(span(start), List.copyOf(fields.values()));
    }

    private Span span(Event event) {
        return span(event.getStartMark(), event.getEndMark());
    }

    private Span span(Optional<Mark> start, Optional<Mark> end) {
        int from = start.map(mark -> offset(mark.getIndex())).orElse(0);
        return new Span(
                source,
                from,
                Math.max(from, end.map(mark -> offset(mark.getIndex())).orElse(from)));
    }

    private String lineOf(Optional<Mark> mark) {
        return source.lineText(span(mark, mark).line());
    }

    private int offset(int codePoints) {
        return offsets[Math.min(codePoints, offsets.length - 1)];
    }

    /** The parser counts code points, a span UTF-16 code units. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 1; i < offsets.length; i++) {
            at += Character.charCount(text.codePointAt(at));
            offsets[i] = at;
        }
        return offsets;
    }
}
