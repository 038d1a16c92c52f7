package io.github.iisaudit.transform;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** Replaces parts of a text by others, which may be long and many: there is a limit to what comes of it. */
final class Growth {

    /** Many times what any setting has. */
    private static final int LONGEST = 4_000_000;

    private Growth() {}

    /** @throws TransformException where it becomes longer than any setting is */
    static String replaced(Matcher found, Function<MatchResult, String> other) {
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(text, "");
            text.append(other.apply(found.toMatchResult()));
            if (text.length() > LONGEST) {
                throw new TransformException("a value of more than " + LONGEST + " characters");
            }
        }
        return found.appendTail(text).toString();
    }
}
