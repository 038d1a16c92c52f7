package io.github.iisaudit.settings;

import io.github.iisaudit.xml.Span;

/** A settings file that cannot be used. The message is one line and begins with the place: {@code file:line:column: what}. */
public final class SettingsException extends Exception {

    /** Where there is no line to name, such as a file that cannot be read. */
    public SettingsException(String message) {
        super(message);
    }

    /** What is wrong at a place. */
    public SettingsException(Span place, String what) {
        super(place + ": " + what);
    }
}
