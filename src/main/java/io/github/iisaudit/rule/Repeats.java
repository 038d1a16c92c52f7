package io.github.iisaudit.rule;

import org.jspecify.annotations.Nullable;

/**
 * What the scopes of one server answered, one after the other, and what was found there: most of them answer as the one before
 * did, and then nothing has to be looked up. Not safe for use by several threads.
 */
final class Repeats {

    private int scopes;
    private Object[] answers = {};
    private Object[] lastAnswers = {};

    /** For each question the number of the scope that was asked last, and what was found. */
    private final int[] lastAsked;

    private final @Nullable Object[] lastFound;

    Repeats(int questions) {
        this.lastAsked = new int[questions];
        this.lastFound = new Object[questions];
    }

    /** Goes on to a scope with these answers, of which some may still be missing. */
    void next(Object[] given) {
        lastAnswers = answers;
        answers = given;
        scopes++;
    }

    /** Gives a missing answer of the scope at work. */
    void answer(int place, Object given) {
        answers[place] = given;
    }

    /**
     * A question to the scope at work; null where the scope before it was asked the same and gave the same answers.
     *
     * @param places which answers tell what is found
     * @param schema whose sections the answers are about
     */
    Answered.@Nullable Question question(int number, int[] places, Object schema) {
        return lastAsked[number] == scopes - 1 && lastFound[number] != null && isAsLast(places)
                ? null
                : new Answered.Question(schema, number, places, answers);
    }

    private boolean isAsLast(int[] places) {
        if (lastAnswers.length != answers.length) {
            return false;
        }
        for (int place : places) {
            if (!answers[place].equals(lastAnswers[place])) {
                return false;
            }
        }
        return true;
    }

    /** What was found when the question was asked last. */
    @Nullable
    Object found(int question) {
        return lastFound[question];
    }

    void remember(int question, Object found) {
        lastAsked[question] = scopes;
        lastFound[question] = found;
    }
}
