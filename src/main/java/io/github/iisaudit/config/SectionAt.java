package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import java.util.Objects;

/**
 * All that is to be shown of a section at one path.
 *
 * @param state what the files say
 * @param missing the files that were not collected and could have changed it, the uppermost first
 * @param declaration the place of what nobody wrote
 */
record SectionAt(ElementSchema schema, SectionState state, List<Missing> missing, LocatedElement declaration) {

    /** The element that was merged last, or the declaration of a section that nobody wrote. */
    LocatedElement nearest() {
        return Objects.requireNonNullElse(state.values().nearest(), declaration);
    }
}
