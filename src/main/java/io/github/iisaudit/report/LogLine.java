package io.github.iisaudit.report;

/**
 * Text from audited files in the log of a build, where a line may be a command to the build service: GitHub's runner obeys
 * {@code ::} at the beginning of a line and {@code ##[} anywhere, Azure's agent {@code ##vso[} anywhere.
 */
final class LogLine {

    private static final String GAP = "…";

    private LogLine() {}

    /**
     * One line that is no command, whatever it holds, as long as a word of ours stands before it. Number signs are taken
     * apart, those too that only characters without a width separate: the services compare as people read.
     */
    static String plain(String text) {
        String clean = Glyphs.clean(text);
        StringBuilder plain = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            plain.append(clean.charAt(i));
            boolean isBeforeWord = i + 1 < clean.length() && isPlain(clean.charAt(i + 1));
            if (clean.charAt(i) == '#' && !isBeforeWord) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F && c != '#' && c != '[';
    }

    /** A text of at most {@code most} characters, with {@code …} where it was longer. */
    static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - GAP.length();
        boolean splitsPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end).stripTrailing() + GAP;
    }
}
