package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.util.List;

/** ANSI colours, or none. They only repeat what the words say. */
record Colours(boolean areOn) {

    private static final String BOLD = "1";
    private static final String FRAME = "94";
    private static final String RED = "1;31";
    private static final String YELLOW = "1;33";
    private static final String CYAN = "1;36";
    private static final String OFF = code("0");

    /** All escape sequences that make the colours. */
    static final List<String> CODES = List.of(code(BOLD), code(FRAME), code(RED), code(YELLOW), code(CYAN), OFF);

    /** The colour of a severity, bold. */
    String severity(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR -> RED;
                    case WARNING -> YELLOW;
                    case NOTE -> CYAN;
                },
                text);
    }

    String bold(String text) {
        return paint(BOLD, text);
    }

    /** What only frames the rest. */
    String frame(String text) {
        return paint(FRAME, text);
    }

    private static String code(String numbers) {
        return "\u001B[" + numbers + "m";
    }

    private String paint(String code, String text) {
        return areOn && !text.isEmpty() ? code(code) + text + OFF : text;
    }
}
