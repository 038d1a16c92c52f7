package io.github.iisaudit.rule;

import io.github.iisaudit.config.Said;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What groups of rules have said, by the answers of a scope to all that they ask. Takes a bounded part of the memory. Safe for use by
 * several threads.
 */
final class Rulings {

    /** So many are remembered; then it begins anew. */
    private static final int MOST = 1 << 15;

    /** So much may their answers weigh together. */
    private static final int MOST_WEIGHT = 1 << 24;

    private final Map<Question, Ruling> known = new ConcurrentHashMap<>();

    /** Answers of which equal ones are kept once. */
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();

    private final AtomicInteger weight = new AtomicInteger();

    /** A group of rules, and the answers to what it asks. */
    static final class Question {

        private final Object schema;
        private final int group;
        private final Object[] answers;
        private final int hash;

        /** @param answers always as many for one group; not to be changed any more */
        Question(Object schema, int group, Object[] answers) {
            this.schema = schema;
            this.group = group;
            this.answers = answers;
            this.hash = 31 * group + Arrays.hashCode(answers);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question question
                    && hash == question.hash
                    && schema == question.schema
                    && group == question.group
                    && Arrays.equals(answers, question.answers);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What is known; null where nothing is. */
    @Nullable
    Ruling find(Question question) {
        return known.get(question);
    }

    void keep(Question question, Ruling ruling) {
        if (known.size() >= MOST || weight.get() > MOST_WEIGHT) {
            known.clear();
            answers.clear();
            weight.set(0);
        }
        for (int i = 0; i < question.answers.length; i++) {
            Object answer = question.answers[i];
            Object kept = answers.putIfAbsent(answer, answer);
            if (kept == null) {
                weight.addAndGet(
                        answer instanceof Said said
                                ? said.weight()
                                : answer.toString().length());
            } else {
                question.answers[i] = kept;
            }
        }
        known.put(question, ruling);
    }
}
