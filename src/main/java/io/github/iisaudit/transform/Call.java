package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the value of {@code xdt:Transform} or {@code xdt:Locator} says: the name of a type, and what stands in brackets behind it.
 *
 * @param argument what stands in the brackets; empty where there is nothing
 */
record Call(String name, Optional<String> argument) {

    private static final Pattern FORM =
            Pattern.compile("\\s*+(\\w++)(?:\\s*+\\((.*)\\))?+\\s*+", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    static Call of(String value) {
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()) {
            throw new TransformException("'" + value + "' is no name of a transform or locator,"
                    + " or one with a list of arguments in brackets");
        }
        return new Call(form.group(1), Optional.ofNullable(form.group(2)).filter(text -> !text.isEmpty()));
    }

    /** The arguments: separated by commas outside round brackets; only in a list of several is white space around them left out. */
    List<String> arguments() {
        if (argument.isEmpty()) {
            return List.of();
        }
        String all = argument.get();
        if (all.indexOf(',') < 0) {
            return List.of(all);
        }
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= all.length(); i++) {
            char c = i == all.length() ? ',' : all.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == all.length() || (c == ',' && depth == 0)) {
                arguments.add(all.substring(start, i).strip());
                start = i + 1;
            }
        }
        return arguments;
    }
}
