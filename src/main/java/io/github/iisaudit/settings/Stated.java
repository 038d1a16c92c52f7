package io.github.iisaudit.settings;

import io.github.iisaudit.xml.Span;

/** A value of the settings and the place where it is written. */
public record Stated<T>(T value, Span place) {

    /** What is wrong with the value. */
    public SettingsException wrong(String what) {
        return new SettingsException(place, what);
    }
}
