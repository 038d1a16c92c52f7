package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.util.List;

/** The commands that a build service reads in the log of a step, a line each without its end. Immutable. */
interface BuildCommands {

    /**
     * A message for people, at a place of a file.
     *
     * @param severity how bad it is
     * @param code the id of the rule, or a name for what is no finding
     * @param file relative to the repository, with forward slashes; empty where there is none
     * @param line 0 where there is none
     * @param column 0 where there is none
     * @param endLine 0 where there is none
     * @param endColumn the column after the last character; 0 where there is none
     * @param sentences clean lines
     */
    record Issue(
            Severity severity,
            String code,
            String file,
            int line,
            int column,
            int endLine,
            int endColumn,
            List<String> sentences) {

        /** A message that belongs to no file. */
        static Issue general(Severity severity, String sentence) {
            return new Issue(severity, "iisaudit", "", 0, 0, 0, 0, List.of(sentence));
        }
    }

    /** Whether there is a command for messages of this severity; where not, the log alone tells of them. */
    boolean has(Severity severity);

    /** The command for a message. */
    String issue(Issue issue);

    /** The command that begins lines which are folded away under a title. */
    String group(String title);

    /** The command that ends them. */
    String endGroup();
}
