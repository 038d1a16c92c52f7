package io.github.iisaudit.transform;

/** A text that a regular expression may look at so often and no more: some take longer than anybody waits. */
final class PatientText implements CharSequence {

    private static final int MOST_LOOKS = 100_000;

    private final CharSequence text;
    private final Looks all;
    private int looks;

    PatientText(CharSequence text, Looks all) {
        this.text = text;
        this.all = all;
    }

    /** Those at several texts, of which none is looked at when there were too many. */
    static final class Looks {

        /** Some seconds where an expression takes long at each look. */
        private static final int MOST = 600_000;

        private int taken;

        boolean isSpent() {
            return taken > MOST;
        }

        /** Takes several. */
        void take(int looks) {
            taken = Math.min(taken, MOST) + looks;
        }

        private boolean isEnough() {
            taken++;
            return taken > MOST;
        }
    }

    @Override
    public char charAt(int index) {
        if (all.isEnough() || ++looks > MOST_LOOKS) {
            throw new TransformException("the scope takes too long to compare with a path");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
