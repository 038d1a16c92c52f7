package io.github.iisaudit.config;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were worked out lately, by what they follow from: the servers of a farm have most of it in common. Whoever works an
 * answer out that another thread has worked out too gets the other's, so that equal answers are one object. Bounded: what was not
 * asked for while some thousands of new answers came in is forgotten. Safe for use by several threads.
 */
public final class Memory<V> {

    /** About what some farms of servers take. */
    private static final int LIMIT = 1 << 11;

    private final int limit;
    private volatile Map<Inputs, V> recent = new ConcurrentHashMap<>();
    private volatile Map<Inputs, V> older = new ConcurrentHashMap<>();

    public Memory() {
        this(LIMIT);
    }

    /** @param limit after how many new answers those that nobody asks for are forgotten */
    public Memory(int limit) {
        this.limit = limit;
    }

    /** A known answer, or null. */
    public @Nullable V find(Inputs inputs) {
        V answer = recent.get(inputs);
        if (answer == null) {
            answer = older.get(inputs);
            if (answer != null) {
                return keep(inputs, answer);
            }
        }
        return answer;
    }

    /** Remembers an answer and returns it, or the one that is remembered already. */
    public V keep(Inputs inputs, V answer) {
        Map<Inputs, V> answers = recent;
        V known = answers.putIfAbsent(inputs, answer);
        if (known != null) {
            return known;
        }
        if (answers.size() > limit) {
            forget(answers);
        }
        return answer;
    }

    private synchronized void forget(Map<Inputs, V> full) {
        if (full == recent) {
            older = full;
            recent = new ConcurrentHashMap<>();
        }
    }
}
