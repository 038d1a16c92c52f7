package io.github.iisaudit.rule;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Spelling {

    /** So many letters say what is meant. */
    private static final int BEGINNING = 4;

    private Spelling() {}

    /**
     * The known name nearest to a misspelt one, the first of several; empty where none is near: at most a third of its
     * letters are wrong, missing or too many; else one that begins with it. Case does not count.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int best = Math.max(2, word.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String name : known) {
            if (Math.abs(word.length() - name.length()) >= best) {
                continue;
            }
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest.isPresent() || wanted.length() < BEGINNING ? nearest : begun(wanted, known);
    }

    private static Optional<String> begun(String wanted, Collection<String> known) {
        for (String name : known) {
            if (name.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The same question, if there is one, and then what there is. */
    public static String didYouMean(String word, Collection<String> known, String thereAre) {
        String question = didYouMean(word, known);
        return question + (question.isEmpty() ? "; " : " ") + thereAre;
    }

    /** A question to put after a message about an unknown name; empty where no known name is near. */
    public static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
