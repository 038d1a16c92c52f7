package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the scopes of one server answered, one after the other, and what was found there: most of them answer as the one before
 * did, and then nothing has to be looked up. Not safe for use by several threads.
 */
final class Repeats {

    private static final Object[] NO_ANSWERS = {};

    private int scopes;
    private @Nullable Asked asked;
    private @Nullable Content scope;

    /** What the scope at work was asked so far. */
    private @Nullable Object[] answers = NO_ANSWERS;

    private @Nullable Object[] lastAnswers = NO_ANSWERS;

    /** For each question the number of the scope that was asked last, and what was found. */
    private final int[] lastAsked;

    private final @Nullable Object[] lastFound;

    Repeats(int questions) {
        this.lastAsked = new int[questions];
        this.lastFound = new Object[questions];
    }

    /** Goes on to a scope. */
    void next(Asked questions, Content content) {
        lastAnswers = answers;
        asked = questions;
        scope = content;
        answers = questions.answers(content);
        scopes++;
    }

    /** Gives an answer of the scope at work that it cannot give itself. */
    void answer(int place, Object given) {
        answers[place] = given;
    }

    /**
     * A question to the scope at work; null where it was asked that before, or the scope before it was asked the same and gave the
     * same answers.
     */
    Answered.@Nullable Question question(int number) {
        if (lastAsked[number] == scopes) {
            return null;
        }
        Asked questions = Objects.requireNonNull(asked);
        Content content = Objects.requireNonNull(scope);
        int[] places = questions.places()[number];
        boolean isAsLast =
                lastAsked[number] == scopes - 1 && lastFound[number] != null && lastAnswers.length == answers.length;
        for (int place : places) {
            Object answer = answers[place];
            if (answer == null) {
                answer = questions.answer(place, content);
                answers[place] = answer;
            }
            isAsLast = isAsLast && answer.equals(lastAnswers[place]);
        }
        return isAsLast ? null : new Answered.Question(content.schema(), number, places, answers);
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
