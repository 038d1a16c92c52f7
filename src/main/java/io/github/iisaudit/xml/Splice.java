package io.github.iisaudit.xml;

import java.util.List;

/**
 * A stretch of a file's text that is to become another one.
 *
 * @param start offset of its first character, in UTF-16 code units
 * @param end offset after its last character; the start where something is only put in
 * @param text what stands there afterwards
 */
public record Splice(int start, int end, String text) {

    /** A text with all these changes, which are in its order and do not overlap. */
    public static String applied(String original, List<Splice> splices) {
        StringBuilder edited = new StringBuilder(original.length());
        int done = 0;
        for (Splice splice : splices) {
            edited.append(original, done, splice.start).append(splice.text);
            done = splice.end;
        }
        return edited.append(original, done, original.length()).toString();
    }
}
