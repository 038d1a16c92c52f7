package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.List;

/**
 * What one run found out. Immutable as long as its lists are.
 *
 * @param rules the rules that ran, by id
 * @param findings in the order server, file, line, column, rule; those too that a comment suppresses
 * @param unreadable files that could not be read or parsed, in the order server, file
 * @param notices what else limits the answer, a sentence each ("WEB02: 14 web.config folders were not collected")
 * @param servers how many servers were audited
 * @param files how many of their files were read
 * @param scopes how many configuration paths were checked
 */
public record Report(
        List<Rule> rules,
        List<Finding> findings,
        List<Unreadable> unreadable,
        List<String> notices,
        int servers,
        int files,
        int scopes) {

    /**
     * A file that was not audited.
     *
     * @param server the name of the server
     * @param root the root of the server's files as typed on the command line
     * @param file relative to the root, with forward slashes
     * @param reason one line; begins with {@code line:column: } where there is a place
     */
    public record Unreadable(String server, String root, String file, String reason) {}

    /** The findings that no comment suppresses. */
    public List<Finding> unsuppressed() {
        return findings.stream().filter(f -> !f.isSuppressed()).toList();
    }

    /** How many findings are suppressed. */
    public int suppressed() {
        return findings.size() - unsuppressed().size();
    }

    /** How many findings have exactly this severity and are not suppressed. */
    public int count(Severity severity) {
        return (int)
                unsuppressed().stream().filter(f -> f.severity() == severity).count();
    }

    /** Whether there is a finding that is as bad as this, or worse, and not suppressed. */
    public boolean has(Severity severity) {
        return unsuppressed().stream().anyMatch(f -> f.severity().isAtLeast(severity));
    }

    /** The same report without the findings that are less severe. */
    public Report atLeast(Severity severity) {
        List<Finding> kept =
                findings.stream().filter(f -> f.severity().isAtLeast(severity)).toList();
        return new Report(rules, kept, unreadable, notices, servers, files, scopes);
    }
}
