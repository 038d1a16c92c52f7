package io.github.iisaudit.config;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were worked out lately, by what they follow from: the servers of a farm have most of it in common. Whoever works an
 * answer out that another thread has worked out too gets the other's, so that equal answers are one object. What nobody asks for
 * during an era is forgotten with it; so is what is too much. Safe for use by several threads.
 */
public final class Memory<V> {

    /** How many answers are too much: some servers have ten thousand paths. */
    private static final int MOST = 1 << 15;

    private final Eras eras;
    private final boolean remembers;
    private volatile Map<Inputs, V> recent = new ConcurrentHashMap<>();
    private volatile Map<Inputs, V> older = new ConcurrentHashMap<>();
    private volatile int era;

    /** A memory in an era that does not end. */
    public Memory() {
        this(new Eras());
    }

    Memory(Eras eras) {
        this(eras, true);
    }

    private Memory(Eras eras, boolean remembers) {
        this.eras = eras;
        this.era = eras.current();
        this.remembers = remembers;
    }

    /** A memory that keeps nothing: for one server, where hardly anything comes up twice. */
    static <V> Memory<V> none() {
        return new Memory<>(new Eras(), false);
    }

    /** A known answer, or null. */
    public @Nullable V find(Inputs inputs) {
        if (!remembers) {
            return null;
        }
        V answer = answers().get(inputs);
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
        if (!remembers) {
            return answer;
        }
        Map<Inputs, V> answers = answers();
        V known = answers.putIfAbsent(inputs, answer);
        if (known != null) {
            return known;
        }
        if (answers.size() > MOST) {
            forget(answers);
        }
        return answer;
    }

    private Map<Inputs, V> answers() {
        if (era != eras.current()) {
            enter(eras.current());
        }
        return recent;
    }

    private synchronized void enter(int next) {
        if (era != next) {
            era = next;
            forget(recent);
        }
    }

    private synchronized void forget(Map<Inputs, V> full) {
        if (full == recent) {
            older = full;
            recent = new ConcurrentHashMap<>();
        }
    }
}
