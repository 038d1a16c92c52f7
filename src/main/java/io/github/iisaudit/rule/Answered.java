package io.github.iisaudit.rule;

import io.github.iisaudit.config.Said;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was found where scopes, of whatever servers, gave the same answers to all that a question asks. Takes a bounded part of the
 * memory. Safe for use by several threads.
 *
 * @param <V> what was found; the same object counts for all of them
 */
final class Answered<V> {

    /** So many are remembered; then it begins anew. */
    private static final int MOST = 1 << 15;

    /** So much may their answers weigh together. */
    private static final int MOST_WEIGHT = 1 << 24;

    private final Map<Question, V> known = new ConcurrentHashMap<>();

    /** Answers of which equal ones are kept once. */
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();

    private final AtomicInteger weight = new AtomicInteger();

    /** A question, and the answers of a scope to what it asks. */
    static final class Question implements Comparable<Question> {

        private final Object schema;
        private final int number;
        private final Object[] answers;
        private final int hash;

        /**
         * @param number of the question
         * @param places of its answers, always the same ones for one question
         * @param all what the scope answered, to these at least
         */
        Question(Object schema, int number, int[] places, @Nullable Object[] all) {
            this.schema = schema;
            this.number = number;
            this.answers = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                answers[i] = Objects.requireNonNull(all[places[i]]);
            }
            this.hash = 31 * number + Arrays.hashCode(answers);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question question
                    && hash == question.hash
                    && schema == question.schema
                    && number == question.number
                    && Arrays.equals(answers, question.answers);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        /** For maps, as of {@link Said}. */
        @Override
        public int compareTo(Question other) {
            int order = Integer.compare(number, other.number);
            return order != 0 ? order : Said.compare(answers, other.answers);
        }
    }

    /** What is known; null where nothing is. */
    @Nullable
    V find(Question question) {
        return known.get(question);
    }

    /** @param question not to be used any more */
    void keep(Question question, V found) {
        if (known.size() >= MOST || weight.get() > MOST_WEIGHT) {
            known.clear();
            answers.clear();
            weight.set(0);
        }
        for (int i = 0; i < question.answers.length; i++) {
            question.answers[i] = kept(question.answers[i]);
        }
        known.put(question, found);
    }

    private Object kept(Object answer) {
        Object kept = answers.putIfAbsent(answer, answer);
        if (kept != null) {
            return kept;
        }
        weight.addAndGet(
                answer instanceof Said said ? said.weight() : answer.toString().length());
        return answer;
    }
}
