package io.github.iisaudit.rule;

/**
 * Lines of a file that stand together.
 *
 * @param first counted from 1
 * @param last the last one, itself included
 */
record Lines(int first, int last) {

    static final Lines ALL = new Lines(1, Integer.MAX_VALUE);

    boolean areAll() {
        return equals(ALL);
    }

    boolean contain(int line) {
        return first <= line && line <= last;
    }

    boolean touch(Lines others) {
        return first <= others.last && others.first <= last;
    }

    /** From the first line of both to the last. */
    Lines and(Lines others) {
        return new Lines(Math.min(first, others.first), Math.max(last, others.last));
    }
}
