package io.github.iisaudit.report;

/**
 * Text from audited files inside Markdown as GitHub and GitLab read it (GitHub Flavored Markdown), where it must mean nothing:
 * no markup, no HTML, no table cell, no link, and nobody mentioned.
 */
final class MarkdownText {

    private static final String ESCAPED = "\\`*_[]<>|&~$";

    /** Keeps apart what a code host would make a link or a mention of; has no width. */
    private static final String APART = "&#8203;";

    private static final int LEAST_FENCE = 3;

    private MarkdownText() {}

    /** One line of text. Not for the beginning of a line, where even plain characters have a meaning. */
    static String prose(String text) {
        String clean = Glyphs.clean(text).strip();
        StringBuilder prose = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '|') {
                prose.append("&#124;");
            } else if (ESCAPED.indexOf(c) >= 0) {
                prose.append('\\').append(c);
            } else {
                prose.append(c);
            }
            if (isLink(clean, i)) {
                prose.append(APART);
            }
        }
        return prose.toString();
    }

    /** What {@link #prose} or {@link #code} gave, for the beginning of a line. */
    static String beginning(String markdown) {
        int i = 0;
        while (i < markdown.length() && Character.isDigit(markdown.charAt(i))) {
            i++;
        }
        char first = i < markdown.length() ? markdown.charAt(i) : 0;
        boolean isPlain = Character.isLetter(first) || first == '`' || (i > 0 && first == ' ');
        return isPlain ? markdown : APART + markdown;
    }

    /** Whether a code host would make more of this character and the next ones than text. */
    private static boolean isLink(String text, int i) {
        return switch (text.charAt(i)) {
            case '@' -> true;
            case '#' -> i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            case ':' -> text.startsWith("//", i + 1);
            case '.' -> i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
            default -> false;
        };
    }

    /** A name as code, or as prose where code cannot hold it. */
    static String code(String text) {
        String clean = Glyphs.clean(text).strip();
        boolean isPlain = !clean.isEmpty() && clean.indexOf('`') < 0 && clean.indexOf('|') < 0;
        return isPlain ? "`" + clean + "`" : prose(clean);
    }

    /** One line inside an HTML element. */
    static String html(String text) {
        return Glyphs.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + APART);
    }

    /** Clean lines as a block of code, which nothing in them can end. */
    static String block(String language, String lines) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < lines.length(); i++) {
            run = lines.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(Math.max(LEAST_FENCE, longest + 1));
        return fence + language + "\n" + lines + "\n" + fence + "\n";
    }
}
