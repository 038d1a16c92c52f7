package io.github.iisaudit.report;

import io.github.iisaudit.history.At;
import io.github.iisaudit.history.History;
import io.github.iisaudit.history.Reading;
import io.github.iisaudit.history.Reading.Place;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all formats of a history that people read say in the same words; nothing in it is escaped for any of them. */
final class HistoryWords {

    /** So many sections that fail alike are named one by one. */
    private static final int FEW = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int SHORT_ID = 12;

    private HistoryWords() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** A commit's id need not be told in full. */
    static String id(At at) {
        return at.id().matches("[0-9a-f]{40,64}") ? at.id().substring(0, SHORT_ID) : at.id();
    }

    /** A version in a line. */
    static String version(At at) {
        return time(at.time()) + "  " + id(at) + (at.subject().isEmpty() ? "" : "  " + at.subject());
    }

    /** How far one can look back on a server. */
    static String summary(History.Server server) {
        String changed = server.changes().isEmpty()
                ? "nothing changed"
                : server.changes().size() + " changed something that rules look at";
        return server.versions() + " " + noun(server) + ", "
                + time(server.first().time()) + " to " + time(server.last().time()) + ": " + changed;
    }

    private static String noun(History.Server server) {
        String kind = server.kind();
        return server.versions() == 1 ? kind.substring(0, kind.length() - 1) : kind;
    }

    /** The values of a change; where a broken file makes many sections fail alike, that is told once. */
    static List<ValueChange> values(VersionChange change) {
        Map<Object, List<ValueChange>> alike = new LinkedHashMap<>();
        for (ValueChange value : change.values()) {
            Object key = value.name().isEmpty() ? List.of(value.from(), value.to(), value.paths()) : value;
            alike.computeIfAbsent(key, it -> new ArrayList<>()).add(value);
        }
        List<ValueChange> told = new ArrayList<>();
        for (List<ValueChange> group : alike.values()) {
            ValueChange first = group.get(0);
            if (group.size() <= FEW) {
                told.addAll(group);
            } else {
                String sections = group.size() + " sections";
                told.add(new ValueChange(sections, "", first.from(), first.to(), first.paths()));
            }
        }
        return told;
    }

    /** The setting of a change, with its section. */
    static String setting(ValueChange change) {
        return change.name().isEmpty() ? change.section() : change.section() + " " + change.name();
    }

    static String value(Reading reading) {
        String value = reading.value();
        if (value == null) {
            return "(none)";
        }
        return (value.isEmpty() ? "\"\"" : value) + (reading.isDefault() ? " (default)" : "");
    }

    static String change(ValueChange change) {
        return value(change.from()) + " -> " + value(change.to());
    }

    /** The line that did it; empty where no file says it. */
    static String place(ValueChange change) {
        return place(change, Integer.MAX_VALUE);
    }

    /** The same in some columns, as far as the name of the file alone goes. */
    static String place(ValueChange change, int width) {
        Place place = change.place();
        if (place == null) {
            return "";
        }
        String before = change.isTakenAway() ? "no longer at " : "";
        String after = ":" + place.line() + location(place);
        int room = Math.max(16, width - Glyphs.width(before) - Glyphs.width(after));
        return before + (width == Integer.MAX_VALUE ? place.file() : Paths.cut(place.file(), room)) + after;
    }

    private static String location(Place place) {
        String location = place.location();
        return location == null ? "" : ", location " + Paths.shown(location);
    }

    static String place(Finding finding) {
        return finding.place().file() + ":" + finding.place().line();
    }

    /** How many values and findings changed. */
    static String counts(VersionChange change) {
        return Plural.of(change.values().size(), "value") + ", "
                + Plural.of(change.came().size(), "finding") + " came, "
                + change.went().size() + " went";
    }

    static String unreadable(History.Unreadable file) {
        String version =
                file.version().matches("[0-9a-f]{40,64}") ? file.version().substring(0, SHORT_ID) : file.version();
        String server = file.server().isEmpty() ? "" : " of " + file.server();
        return "not read: " + version + server + (file.file().isEmpty() ? "" : ": " + file.file()) + ": "
                + file.reason();
    }
}
