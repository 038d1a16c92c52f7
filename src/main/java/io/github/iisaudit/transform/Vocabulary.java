package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of transforms. Those of others are types of .NET that a deployment would load: they are never loaded here.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/aspnet/dd465326(v=vs.110)">Web.config transformation syntax</a>
 */
final class Vocabulary {

    static final String NAMESPACE = "http://schemas.microsoft.com/XML-Document-Transform";
    static final String TRANSFORM = "Transform";
    static final String LOCATOR = "Locator";

    /** Spelled as the engine spells it. */
    static final String SILENCE = "SupressWarnings";

    static final String IMPORT = "Import";

    private Vocabulary() {}

    static Operation operation(String name) {
        for (Operation operation : Operation.values()) {
            if (operation.name().equals(name)) {
                return operation;
            }
        }
        boolean isLocator = names(Locator.values()).contains(name);
        throw new TransformException(
                isLocator
                        ? "'" + name + "' is a locator and no transform"
                        : unknown("transform", name, names(Operation.values())));
    }

    static Locator locator(String name) {
        for (Locator locator : Locator.values()) {
            if (locator.name().equals(name)) {
                return locator;
            }
        }
        boolean isTransform = names(Operation.values()).contains(name);
        throw new TransformException(
                isTransform
                        ? "'" + name + "' is a transform and no locator"
                        : unknown("locator", name, names(Locator.values())));
    }

    private static String unknown(String kind, String name, List<String> known) {
        for (String other : known) {
            if (other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return "there is no " + kind + " '" + name + "': it is written " + other;
            }
        }
        return "there is no " + kind + " '" + name + "', and types that a deployment would load cannot be evaluated";
    }

    private static List<String> names(Enum<?>[] words) {
        List<String> names = new ArrayList<>();
        for (Enum<?> word : words) {
            names.add(word.name());
        }
        return names;
    }
}
