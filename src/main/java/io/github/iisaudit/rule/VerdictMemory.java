package io.github.iisaudit.rule;

import io.github.iisaudit.config.Inputs;
import io.github.iisaudit.config.Memory;
import io.github.iisaudit.config.Part;
import io.github.iisaudit.config.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What groups of rules found, by what they looked at. Rules look at one part of a document after the other; which one is next
 * depends on nothing but those before. So memory asks a scope for the same parts in the same order, and where each says what it said
 * before, the rules would find what they found. Safe for use by several threads.
 */
final class VerdictMemory {

    /** Where a group of rules begins for one shape of documents: the part that it looks at first, or its verdict; null at first. */
    static final class Beginning {

        private volatile @Nullable Object step;
    }

    /** The part that rules look at next. Told apart as an object: it stands for all that was seen before. */
    private static final class Question {

        private final Part part;

        Question(Part part) {
            this.part = part;
        }
    }

    /** Beginnings by shapes, and by what a scope answers to a question the next question or the verdict. */
    private final Memory<Object> steps;

    /** @param steps empty */
    VerdictMemory(Memory<Object> steps) {
        this.steps = steps;
    }

    /** Where some groups of rules begin for a shape. */
    Beginning[] beginnings(Inputs shape, int groups) {
        Beginning[] known = (Beginning[]) steps.find(shape);
        if (known != null) {
            return known;
        }
        Beginning[] all = new Beginning[groups];
        for (int i = 0; i < groups; i++) {
            all[i] = new Beginning();
        }
        return (Beginning[]) steps.keep(shape, all);
    }

    /** How far memory comes with a group of rules and a scope. Not safe for use by several threads. */
    static final class Way {

        private final Beginning beginning;
        private final Scope scope;

        /** How many questions were answered, and the last answer. */
        private int length;

        private @Nullable Inputs answer;

        Way(Beginning beginning, Scope scope) {
            this.beginning = beginning;
            this.scope = scope;
        }

        private Inputs answer(Question question) {
            return scope.says(question, question.part);
        }
    }

    /** What rules find at the end of a way; null where that is not known. */
    @Nullable
    Verdict recall(Way way) {
        Object step = way.beginning.step;
        while (step instanceof Question question) {
            Inputs answer = way.answer(question);
            step = steps.find(answer);
            way.length++;
            way.answer = answer;
        }
        return (Verdict) step;
    }

    /** Keeps what rules found, after they looked at some parts in turn, where a way ended too early. */
    void keep(Way way, List<Part> seen, Verdict verdict) {
        Object step = next(seen, way.length, verdict);
        if (way.answer == null) {
            way.beginning.step = step;
        } else {
            step = steps.keep(way.answer, step);
        }
        for (int i = way.length; i < seen.size(); i++) {
            if (!(step instanceof Question question) || !question.part.equals(seen.get(i))) {
                return; // another thread was faster
            }
            step = steps.keep(way.answer(question), next(seen, i + 1, verdict));
        }
    }

    /** What comes after some of the parts. */
    private static Object next(List<Part> seen, int index, Verdict verdict) {
        return index < seen.size() ? new Question(seen.get(index)) : verdict;
    }
}
