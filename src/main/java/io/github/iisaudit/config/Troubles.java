package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedElement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The elements {@code error} and {@code unknown} of effective documents. */
final class Troubles {

    private Troubles() {}

    /** @param isAssumed whether it holds only if the server is as a stock one */
    static EffectiveElement error(ConfigError error, boolean isAssumed) {
        Origin origin = origin(error);
        EffectiveElement element = new EffectiveElement("error", origin);
        element.add(new EffectiveAttribute("kind", error.kind().id(), origin));
        element.add(new EffectiveAttribute("code", error.kind().code(), origin));
        element.add(new EffectiveAttribute("message", error.message(), origin));
        element.add(new EffectiveAttribute("assumed", Boolean.toString(isAssumed), origin));
        element.lockedBy(error.lockedBy());
        return element;
    }

    /** Where an error was written; null where nothing was. */
    static @Nullable Origin origin(ConfigError error) {
        if (error.element() != null) {
            return new Written(error.element(), error.attribute(), error.kind().id(), null);
        }
        return error.place() == null ? null : new Origin.Unparsed(error.place());
    }

    /** @param nearest where it stands if it names no place */
    static EffectiveElement unknown(SectionState.Unknown unknown, LocatedElement nearest) {
        LocatedElement place = Objects.requireNonNullElse(unknown.place(), nearest);
        EffectiveElement element = new EffectiveElement("unknown", Written.of(place));
        element.add(new EffectiveAttribute("reason", unknown.reason(), null));
        return element;
    }
}
