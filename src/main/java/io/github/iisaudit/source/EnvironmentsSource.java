package io.github.iisaudit.source;

import java.util.Map;

/** A server whose files come to it in a different way for each of several environments. */
final class EnvironmentsSource extends OtherSource {

    private final Map<String, ConfigSource> environments;

    /** @param environments by their names, in order */
    EnvironmentsSource(ConfigSource original, Map<String, ConfigSource> environments) {
        super(original);
        this.environments = environments;
    }

    @Override
    public Map<String, ConfigSource> environments() {
        return environments;
    }
}
