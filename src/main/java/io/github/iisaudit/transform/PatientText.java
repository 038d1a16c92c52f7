package io.github.iisaudit.transform;

/** A text that a regular expression may look at so often and no more: some take longer than anybody waits. */
final class PatientText implements CharSequence {

    private static final int MOST_LOOKS = 2_000_000;

    private final CharSequence text;
    private int looks;

    PatientText(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
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
