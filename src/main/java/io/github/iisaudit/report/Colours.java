package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;

/** ANSI colours, or none. They only repeat what the words say. */
record Colours(boolean areOn) {

    /** The colour of a severity, bold. */
    String severity(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case NOTE -> "1;36";
                },
                text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    /** What only frames the rest. */
    String frame(String text) {
        return paint("94", text);
    }

    private String paint(String code, String text) {
        return areOn && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
