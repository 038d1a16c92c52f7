package io.github.iisaudit.rule;

import java.util.Locale;

/** How bad it is, the worst first. */
public enum Severity {
    /** It will fail at run time. */
    ERROR,
    /** It fails for some requests or clients, or opens a hole. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The name in rule files and output: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as bad as {@code other}, or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
