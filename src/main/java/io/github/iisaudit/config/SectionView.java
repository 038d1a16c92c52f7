package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Entry;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns the state of a section into the value that people and programs see: defaults filled in, errors in their place. */
final class SectionView {

    private final List<Setting> settings = new ArrayList<>();
    private final List<Collection> collections = new ArrayList<>();

    private SectionView() {}

    static EffectiveSection of(SectionAt section) {
        SectionState state = section.state();
        SectionView view = new SectionView();
        if (!state.isSettled()) {
            view.read(section.schema(), state.values(), "", section.nearest());
        }
        return new EffectiveSection(
                section.schema().name(),
                view.settings,
                view.collections,
                Optional.ofNullable(state.error()),
                Optional.ofNullable(state.assumed()),
                Optional.ofNullable(state.unknown()).map(SectionState.Unknown::reason),
                section.missing());
    }

    /** A section that cannot be read, whatever its values are. */
    static EffectiveSection failing(String name, ConfigError error) {
        return new EffectiveSection(
                name, List.of(), List.of(), Optional.of(error), Optional.empty(), Optional.empty(), List.of());
    }

    static EffectiveSection unknown(String name, String reason) {
        return new EffectiveSection(
                name, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(reason), List.of());
    }

    private void read(ElementSchema element, ElementState state, String prefix, LocatedElement nearest) {
        for (AttributeSchema attribute : element.attributes().values()) {
            Written written = state.attributes().get(attribute.name());
            Origin origin = written == null ? new Origin.Default(nearest, attribute.name()) : written;
            String value = written == null ? attribute.normalisedDefault() : written.value();
            settings.add(new Setting(prefix + attribute.name(), attribute.isBoolean(), value, origin));
        }
        for (Map.Entry<String, Written> open : state.attributes().entrySet()) {
            if (!element.attributes().containsKey(open.getKey())) {
                settings.add(new Setting(
                        prefix + open.getKey(), false, open.getValue().value(), open.getValue()));
            }
        }
        if (element.collection() != null) {
            String name = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
            collections.add(new Collection(name, entries(element.collection(), state)));
        }
        for (ElementSchema child : element.elements().values()) {
            ElementState below = state.child(child.name());
            LocatedElement place = Objects.requireNonNullElse(below.nearest(), nearest);
            read(child, below, prefix + child.name() + "/", place);
        }
    }

    private static List<Entry> entries(ElementSchema.Collection collection, ElementState state) {
        List<Entry> entries = new ArrayList<>();
        for (ElementState.Entry entry : state.entries()) {
            List<Setting> written = new ArrayList<>();
            for (AttributeSchema attribute : collection.entry().attributes().values()) {
                Written value = entry.state().attributes().get(attribute.name());
                if (value != null) {
                    written.add(new Setting(attribute.name(), attribute.isBoolean(), value.value(), value));
                }
            }
            entries.add(new Entry(
                    written, Written.of(Objects.requireNonNull(entry.state().nearest()))));
        }
        return entries;
    }
}
