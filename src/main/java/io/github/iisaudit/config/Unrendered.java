package io.github.iisaudit.config;

import java.nio.charset.StandardCharsets;

/**
 * Files that are no XML because a template engine is still to make them: IIS never sees them, so nothing is wrong with them.
 *
 * @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja: templates</a>
 * @see <a href="https://docs.ruby-lang.org/en/master/ERB.html">ERB</a>
 */
final class Unrendered {

    /** Why such a file is not read, in words that follow a colon. */
    static final String REASON =
            "is a template (Jinja, Django, ERB or the like) and no XML as it stands: render it first,"
                    + " and audit what comes of it";

    private static final String[][] MARKS = {{"{%", "%}"}, {"{{", "}}"}, {"<%", "%>"}, {"<#", ">"}};

    private Unrendered() {}

    /** Whether the marks of a template stand in a file that is known to be no XML. */
    static boolean isIn(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String[] mark : MARKS) {
            int start = text.indexOf(mark[0]);
            if (start >= 0 && text.indexOf(mark[1], start + 2) >= 0) {
                return true;
            }
        }
        return false;
    }
}
