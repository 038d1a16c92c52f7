package io.github.iisaudit.rule;

import java.util.Locale;

/** How sure it is that a finding is true here, the surest first. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** The name in rule files and output: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as sure as {@code other}, or surer. */
    public boolean isAtLeast(Confidence other) {
        return compareTo(other) <= 0;
    }

    /** The next less sure one; LOW stays. */
    Confidence oneLower() {
        return this == HIGH ? MEDIUM : LOW;
    }
}
