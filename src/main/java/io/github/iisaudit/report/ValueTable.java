package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, values and origins of one section in three columns. */
final class ValueTable {

    private static final String INDENT = "    ";
    private static final int LEAST_NAME = 21;
    private static final int LEAST_VALUE = 10;
    private static final int MOST_VALUE = 24;
    private static final int LEAST_ORIGIN = 26;

    private final Page page;
    private final int names;
    private final int values;
    private String element = "";

    private ValueTable(Page page, int names, int values) {
        this.page = page;
        this.names = names;
        this.values = values;
    }

    static ValueTable of(EffectiveSection section, Page page) {
        IntStream names = Stream.concat(
                        section.settings().stream().map(s -> label(s.name())),
                        section.collections().stream().map(EffectiveSection.Collection::name))
                .mapToInt(Glyphs::width);
        IntStream values = Stream.concat(
                        section.settings().stream().map(EffectiveText::shown),
                        section.collections().stream()
                                .flatMap(c -> c.entries().stream().map(EffectiveText::shown)))
                .mapToInt(Glyphs::width)
                .filter(w -> w <= MOST_VALUE);
        int widestName = Math.max(LEAST_NAME, names.max().orElse(0));
        int widestValue = Math.max(LEAST_VALUE, values.max().orElse(0));
        int room = page.width() - LEAST_ORIGIN - INDENT.length() - 4;
        return new ValueTable(page, widestName, Math.max(LEAST_VALUE, Math.min(widestValue, room - widestName)));
    }

    /**
     * An attribute of the section itself stands at the margin, one of an element within it under the element's name.
     */
    void setting(String name, String value, Origin origin) {
        String inside = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        if (!inside.equals(element)) {
            element = inside;
            if (!inside.isEmpty()) {
                page.line(INDENT + Glyphs.clean(inside));
            }
        }
        row(label(name), value, origin);
    }

    private static String label(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? name : "  " + name.substring(slash + 1);
    }

    /** @param origin null for what nobody could have written */
    void row(String name, String value, @Nullable Origin origin) {
        List<String> origins = origin == null ? List.of("") : lines(origin);
        String start = INDENT + Glyphs.pad(Glyphs.clean(name), names) + "  ";
        String whole = start + Glyphs.pad(value, values) + "  " + origins.get(0);
        boolean fits = Glyphs.width(whole) <= page.width() || Glyphs.width(value) <= values;
        if (fits) {
            page.line(whole);
        } else {
            page.wrapped(start, value);
        }
        String below = " ".repeat(indent());
        origins.subList(fits ? 1 : 0, origins.size()).forEach(l -> page.line(below + l));
    }

    private int indent() {
        return INDENT.length() + names + 2 + values + 2;
    }

    private List<String> lines(Origin origin) {
        if (!(origin instanceof Written written)) {
            return List.of("default");
        }
        List<String> lines = new ArrayList<>();
        String location = written.location();
        add(lines, reference(written.span(), 0), location == null ? "" : " location " + location);
        written.via().forEach(w -> add(lines, "over " + reference(w.span(), 5), w.value()));
        return lines;
    }

    private void add(List<String> lines, String reference, String more) {
        String both = reference + " " + Glyphs.clean(more);
        if (Glyphs.width(both.stripTrailing()) <= page.width() - indent()) {
            lines.add(both);
        } else {
            lines.add(reference);
            lines.addAll(
                    more.isBlank()
                            ? List.of()
                            : List.of("  " + Glyphs.clean(more).strip()));
        }
    }

    /** File and line; applicationHost.config needs no folder: a server has one. */
    private String reference(Span span, int used) {
        String line = ":" + span.line();
        String name = Paths.name(span.path());
        String file = name.equalsIgnoreCase("applicationHost.config")
                ? name
                : Paths.cut(span.path(), page.width() - indent() - used - line.length());
        return file + line;
    }
}
