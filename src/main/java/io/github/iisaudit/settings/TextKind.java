package io.github.iisaudit.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What a text of the settings stands for. Each kind is also a definition of the JSON Schema. */
public enum TextKind {
    /** Any text. */
    TEXT("") {
        @Override
        Optional<String> mistake(String text) {
            return Optional.empty();
        }
    },
    /** A file or folder, relative to the folder of the settings file. */
    FILE("") {
        @Override
        Optional<String> mistake(String text) {
            return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of("names no file");
        }
    },
    /** The id of a rule. Whether there is such a rule is known only with the catalogue. */
    RULE("^[a-z][a-z0-9]*(-[a-z0-9]+)+$") {
        @Override
        Optional<String> mistake(String text) {
            return Optional.empty();
        }
    },
    /** A pattern of {@link Glob}. */
    GLOB("^[^!]") {
        @Override
        Optional<String> mistake(String text) {
            return Glob.mistake(text);
        }
    },
    /** A computer account, with its domain or without, or a gMSA. */
    COMPUTER("^([A-Za-z0-9._-]+\\\\)?[A-Za-z0-9_-]+\\$$") {
        @Override
        Optional<String> mistake(String text) {
            return text.matches(pattern())
                    ? Optional.empty()
                    : Optional.of("'" + text + "' is no computer account such as CONTOSO\\WEB01$");
        }
    },
    /** A day as ISO 8601 writes it. */
    DATE("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$") {
        @Override
        Optional<String> mistake(String text) {
            try {
                LocalDate.parse(text);
                return Optional.empty();
            } catch (DateTimeException e) {
                return Optional.of("'" + text + "' is no date: write YYYY-MM-DD");
            }
        }
    };

    private final String pattern;

    TextKind(String pattern) {
        this.pattern = pattern;
    }

    /** A regular expression that such texts match; empty where any text will do. */
    public String pattern() {
        return pattern;
    }

    /** What is wrong with a text that is not empty. */
    abstract Optional<String> mistake(String text);
}
