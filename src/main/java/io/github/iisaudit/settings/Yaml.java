package io.github.iisaudit.settings;

import io.github.iisaudit.xml.Span;
import java.util.List;

/** A piece of a YAML document that knows its place. */
sealed interface Yaml {

    /** Where it is written: all of a text, the beginning of a list or a map. */
    Span span();

    /** What it is called in messages. */
    String kind();

    /** A scalar, as it is written; whether it looks like a number or a boolean does not matter. */
    record Text(Span span, String value, boolean isQuoted) implements Yaml {

        /** Whether it says nothing at all. */
        boolean isNull() {
            return !isQuoted && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "a text";
        }
    }

    /** A sequence. */
    record Items(Span span, List<Yaml> items) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping whose keys are texts, each of them once. */
    record Fields(Span span, List<Field> fields) implements Yaml {
        @Override
        public String kind() {
            return "a map";
        }
    }

    /** A key and its value. */
    record Field(Text key, Yaml value) {}
}
