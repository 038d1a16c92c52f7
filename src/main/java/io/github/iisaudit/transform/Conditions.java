package io.github.iisaudit.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a file that Octopus leaves in or out: {@code #{if x}…#{else}…#{/if}} and {@code #{unless x}…#{/unless}}, also with {@code
 * ==} or {@code !=} and a text. They begin and end within one element; others are left as they are.
 *
 * @see <a href="https://octopus.com/docs/projects/variables/variable-filters#conditionals">Variable substitution: conditionals</a>
 */
public final class Conditions {

    private static final Set<String> FALSE = Set.of("", "0", "no", "false");

    /** Apart, so that a text without any does not wait for regular expressions. */
    private static final class Forms {

        static final Pattern MARK = Pattern.compile(
                "#\\{\\s*+(?:(if|unless)\\s++([\\w.-]++)(?:\\s*+([!=]=)\\s*+\"([^\"{}]*+)\")?+|(else)|/(?:if|unless))\\s*+\\}");
    }

    private final Map<String, String> variables;
    private final List<Node> kept = new ArrayList<>();

    /** Whether what is between the marks around here stays, the innermost first. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    /** How many of these are not kept. */
    private int left;

    private boolean isUnclear;

    private Conditions(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Whether a text may have some; cheap. */
    private static boolean mayBeIn(String text) {
        return text.contains("#{") && text.contains("}");
    }

    /** The names of the variables that conditions in a text ask for, in order. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (mayBeIn(text)) {
            for (Matcher mark = Forms.MARK.matcher(text); mark.find(); ) {
                if (mark.group(2) != null) {
                    names.add(mark.group(2));
                }
            }
        }
        return names;
    }

    /** Leaves in and out what an element holds itself, where all that it depends on is known. */
    static void resolve(Branch branch, Map<String, String> variables) {
        boolean isAny = false;
        for (Node child : branch.children()) {
            isAny |= child instanceof Leaf leaf && leaf.kind() == Leaf.Kind.TEXT && mayBeIn(leaf.text());
        }
        if (isAny) {
            new Conditions(variables).resolve(branch);
        }
    }

    private void resolve(Branch branch) {
        for (Node child : branch.children()) {
            if (child instanceof Leaf leaf && leaf.kind() == Leaf.Kind.TEXT) {
                read(leaf);
            } else {
                keep(child);
            }
        }
        if (!isUnclear && open.isEmpty()) {
            branch.replaceAll(kept);
        }
    }

    private void read(Leaf leaf) {
        String text = leaf.text();
        int start = 0;
        for (Matcher mark = Forms.MARK.matcher(text); mark.find(); start = mark.end()) {
            keep(part(leaf, start, mark.start()));
            meet(mark);
        }
        keep(part(leaf, start, text.length()));
    }

    private void meet(Matcher mark) {
        if (mark.group(1) != null) {
            push(holds(mark));
        } else if (open.isEmpty()) {
            isUnclear = true;
        } else {
            boolean was = open.pop();
            left -= was ? 0 : 1;
            if (mark.group(5) != null) {
                push(!was);
            }
        }
    }

    private void push(boolean isKept) {
        open.push(isKept);
        left += isKept ? 0 : 1;
    }

    private boolean holds(Matcher mark) {
        String value = variables.get(mark.group(2));
        isUnclear |= value == null;
        return (value != null && isTrue(value, mark.group(3), mark.group(4)))
                == mark.group(1).equals("if");
    }

    private static boolean isTrue(String value, @Nullable String comparison, @Nullable String other) {
        return comparison == null
                ? !FALSE.contains(value.strip().toLowerCase(Locale.ROOT))
                : value.equals(other) == comparison.equals("==");
    }

    private void keep(@Nullable Node node) {
        if (node != null && left == 0) {
            kept.add(node);
        }
    }

    private static @Nullable Leaf part(Leaf leaf, int start, int end) {
        if (start == end) {
            return null;
        }
        String text = leaf.text().substring(start, end);
        return new Leaf(text.isBlank() ? Leaf.Kind.SPACE : Leaf.Kind.TEXT, text, leaf.place());
    }
}
