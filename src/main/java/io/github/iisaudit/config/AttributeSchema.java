package io.github.iisaudit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One attribute of the schema.
 *
 * @param defaultValue as the schema writes it; the empty text where it has none
 * @param names the names of an enum or flags type, in schema order
 */
record AttributeSchema(String name, Type type, String defaultValue, List<String> names) {

    enum Type {
        BOOL,
        INT,
        STRING,
        ENUM,
        FLAGS
    }

    /** Spellings of which it is not known whether the native parser takes them. */
    private static final Set<String> DOUBTFUL_BOOLEANS = Set.of("0", "1", "yes", "no");

    /** The default in its one spelling; as the schema writes it where that is none of its own type. */
    String normalisedDefault() {
        if (type == Type.STRING || names.contains(defaultValue) || isPlainBoolean(defaultValue)) {
            return defaultValue;
        }
        try {
            return defaultValue.isEmpty() ? "" : normalise(defaultValue);
        } catch (Refusal broken) {
            return defaultValue;
        }
    }

    /** All values that it can have, where they are a few words of which it has one. */
    List<String> words() {
        return switch (type) {
            case BOOL -> List.of("true", "false");
            case ENUM -> names;
            default -> List.of();
        };
    }

    boolean isBoolean() {
        return type == Type.BOOL;
    }

    /**
     * The value in its one spelling: {@code true}, {@code Require}, {@code Proxy,NoServiceNameCheck}.
     *
     * @throws Refusal where IIS refuses the value, or where it is not known whether it does
     */
    String normalise(String written) throws Refusal {
        return switch (type) {
            case BOOL -> bool(written);
            case ENUM -> name(written);
            case FLAGS -> flags(written);
            case INT -> integer(written);
            default -> written;
        };
    }

    /** Microsoft's own schemas write {@code true} and {@code True}, so case does not matter; nothing else is known to be taken. */
    private String bool(String written) throws Refusal {
        if (isPlainBoolean(written)) {
            return written;
        }
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return lower;
        }
        String trimmed = lower.trim();
        if (DOUBTFUL_BOOLEANS.contains(trimmed) || trimmed.equals("true") || trimmed.equals("false")) {
            throw Refusal.unknown("it is not known whether IIS takes \"" + written + "\" for the boolean " + name);
        }
        throw invalid(written, "true or false");
    }

    private static boolean isPlainBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private String name(String written) throws Refusal {
        for (String n : names) {
            if (n.equalsIgnoreCase(written)) {
                return n;
            }
        }
        if (isNumber(written.trim())) {
            throw Refusal.unknown("it is not known whether IIS takes a number, \"" + written + "\", for " + name);
        }
        throw invalid(written, String.join(", ", names));
    }

    /** A comma list; the order of the schema is the normal one, so that equal sets have equal texts. */
    private String flags(String written) throws Refusal {
        List<String> seen = new ArrayList<>();
        for (String part : written.split(",")) {
            if (!part.isBlank()) {
                seen.add(name(part.trim()));
            }
        }
        List<String> set = new ArrayList<>(names);
        set.retainAll(seen);
        return set.isEmpty() ? defaultOfFlags() : String.join(",", set);
    }

    private String defaultOfFlags() {
        return names.contains("None") ? "None" : "";
    }

    private String integer(String written) throws Refusal {
        String digits = written.trim();
        if (isNumber(digits) || digits.toLowerCase(Locale.ROOT).startsWith("0x")) {
            return digits;
        }
        throw invalid(written, "a number");
    }

    private static boolean isNumber(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return !digits.isEmpty();
    }

    private Refusal invalid(String written, String possible) {
        return Refusal.of(
                ErrorKind.INVALID_ATTRIBUTE_VALUE,
                "\"" + written + "\" is no value for " + name + ": " + possible + " expected");
    }
}
