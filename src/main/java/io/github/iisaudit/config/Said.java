package io.github.iisaudit.config;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What something says, wherever that was written: equal to another one exactly where that says the same. Equal ones come to share what
 * they are made of, so that they are compared once. Holds no part of a file. Immutable to its users and safe for use by several threads.
 */
public final class Said implements Comparable<Said> {

    /** One of several that are equal; which one nobody can tell. */
    private volatile Pieces pieces;

    private Said(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Final fields, so that a thread that sees one sees it whole. */
    private static final class Pieces {

        private final Object[] all;
        private final int hash;
        private final int weight;

        Pieces(Object[] all) {
            this.all = all;
            this.hash = Arrays.hashCode(all);
            int sum = 1;
            for (Object piece : all) {
                sum += piece instanceof Said said
                        ? said.weight()
                        : piece.toString().length();
            }
            this.weight = sum;
        }
    }

    /** Puts one together of texts, numbers and what parts say. Used for one. */
    static final class Builder {

        private static final int FEW = 4;

        private Object[] pieces;
        private int count;

        Builder() {
            this(FEW);
        }

        /** @param pieces how many there will be; if more are added it takes longer */
        Builder(int pieces) {
            this.pieces = new Object[pieces];
        }

        Builder add(String text) {
            return put(text);
        }

        Builder add(int number) {
            return put(number);
        }

        Builder add(Said part) {
            return put(part);
        }

        private Builder put(Object piece) {
            if (count == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * count + 1);
            }
            pieces[count++] = piece;
            return this;
        }

        Said build() {
            return new Said(new Pieces(count == pieces.length ? pieces : Arrays.copyOf(pieces, count)));
        }
    }

    /** About how much memory it takes, in characters. */
    public int weight() {
        return pieces.weight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Said said && isAs(said);
    }

    private boolean isAs(Said other) {
        Pieces own = pieces;
        Pieces others = other.pieces;
        if (own != others) {
            if (own.hash != others.hash || !Arrays.equals(own.all, others.all)) {
                return false;
            }
            pieces = others;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return pieces.hash;
    }

    /** An order for maps, which find what has the hash of thousands by it: whoever writes a file can choose texts of one hash. */
    @Override
    public int compareTo(Said other) {
        return this == other ? 0 : compare(pieces.all, other.pieces.all);
    }

    /** Compares two lists of texts, numbers and what parts say. */
    public static int compare(Object[] some, Object[] others) {
        int order = Integer.compare(some.length, others.length);
        for (int i = 0; order == 0 && i < some.length; i++) {
            order = compare(some[i], others[i]);
        }
        return order;
    }

    private static int compare(Object one, Object other) {
        if (one == other) {
            return 0;
        } else if (one instanceof Said said && other instanceof Said otherSaid) {
            return said.compareTo(otherSaid);
        } else if (one instanceof Integer number && other instanceof Integer otherNumber) {
            return number.compareTo(otherNumber);
        }
        return one.toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return Arrays.toString(pieces.all);
    }
}
