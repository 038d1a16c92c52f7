package io.github.iisaudit.transform;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What deployment tools mark in a text as to be replaced: {@code #{x}}, {@code #{x}#}, {@code #{{x}}}, {@code ${x}}, {@code $(x)}, {@code
 * {{x}}}, {@code __x__}, {@code %x%}. {@code ##{x}} is how a text has {@code #{x}} itself.
 */
public final class Placeholders {

    /** Apart, so that a text without any does not wait for regular expressions. */
    private static final class Forms {

        private static final String LETTER = "[\\w.:\\[\\]-]";

        /** Blanks within a name belong to it, those around it do not. */
        private static final String NAME =
                "\\s*+(\\w(?:" + LETTER + "++| ++(?=" + LETTER + "))*+)\\s*+(?:\\|[^{}]*+)?+";

        /** The longest form first where one begins as another does. */
        static final Pattern FORM = Pattern.compile("##\\{[^{}]*+\\}(?!#)|#\\{\\{" + NAME + "\\}\\}"
                + "|#\\{" + NAME + "\\}#?+"
                + "|\\$\\{" + NAME + "\\}"
                + "|\\$\\(\\s*+([\\w.-]++)\\s*+\\)"
                + "|\\{\\{" + NAME + "\\}\\}"
                + "|__([A-Za-z0-9.-](?:[A-Za-z0-9.-]|_(?!_))*+)__"
                + "|%([A-Za-z0-9_.-]++)%");
    }

    private Placeholders() {}

    /** Whether a text may have some; cheap. */
    static boolean mayBeIn(String text) {
        return text.indexOf('{') >= 0 || text.contains("__") || text.contains("$(") || text.indexOf('%') >= 0;
    }

    /** The names of those in a text, in order. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (mayBeIn(text)) {
            Matcher form = Forms.FORM.matcher(text);
            while (form.find()) {
                String name = name(form);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /**
     * What the text of a file has to have values for before anything in it changes: rather more names than its nodes have. An empty one
     * stands for what changes with any values.
     */
    static Set<String> inFile(String text) {
        Set<String> names = new LinkedHashSet<>(Conditions.in(text));
        if (mayBeIn(text)) {
            Matcher form = Forms.FORM.matcher(text);
            for (int from = 0; form.find(from); from = form.start() + 1) {
                names.add(name(form));
            }
        }
        if (text.contains("&#")) {
            names.add("");
        }
        return names;
    }

    /** A text in which those whose values are known are replaced by them. */
    static String resolved(String text, Map<String, String> variables) {
        if (!mayBeIn(text)) {
            return text;
        }
        return Growth.replaced(Forms.FORM.matcher(text), form -> {
            String name = name(form);
            String value = variables.get(name);
            String kept = name.isEmpty() ? form.group().substring(1) : form.group();
            return value == null ? kept : value;
        });
    }

    private static String name(MatchResult form) {
        for (int i = 1; i <= form.groupCount(); i++) {
            if (form.group(i) != null) {
                return form.group(i).strip();
            }
        }
        return "";
    }
}
