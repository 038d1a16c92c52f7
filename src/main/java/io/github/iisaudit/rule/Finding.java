package io.github.iisaudit.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One defect at one place, with all the configuration paths that it reaches.
 *
 * @param rule the rule that it breaks
 * @param message what is wrong, in one or two sentences
 * @param notes what is particular to some of the paths
 * @param fix the remedy in one line; empty where the rule has none
 * @param server the name of the server
 * @param root the root of the server's files as typed on the command line
 * @param place what to look at
 * @param paths the configuration paths that it reaches, in order ignoring case; {@code ""} is the server level
 * @param via what set or overrode the value, nearest first
 * @param lockedBy the lock that the element ran into, or null
 * @param fingerprint sixteen hexadecimal digits that stay when lines move above the finding
 * @param suppression the comment that asks for silence about it, or null
 */
public record Finding(
        Rule rule,
        Severity severity,
        Confidence confidence,
        String message,
        List<Note> notes,
        String fix,
        String server,
        String root,
        Place place,
        List<String> paths,
        List<Via> via,
        @Nullable Place lockedBy,
        String fingerprint,
        @Nullable Suppression suppression) {

    /** Whether somebody has decided, in the file itself, that it need not be told. */
    public boolean isSuppressed() {
        return suppression != null;
    }

    /**
     * A place in a file, with the line that it stands on, so that nothing need be read again.
     *
     * @param file relative to the root, with forward slashes
     * @param endColumn the column after the last character
     * @param label what to say beside the underlined text ("not written anywhere: true by default"); may be empty
     */
    public record Place(String file, int line, int column, int endLine, int endColumn, String lineText, String label) {}

    /** A sentence that holds for some of the paths only. */
    public record Note(String message, List<String> paths) {}

    /** A place that set or overrode the value. */
    public record Via(Place place, String message) {}

    /**
     * A comment that suppresses the finding.
     *
     * @param reason why, in one line; empty where nobody says
     * @param place the comment
     */
    public record Suppression(String reason, Place place) {}
}
