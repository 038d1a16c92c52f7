package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands of GitHub Actions
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands), escaped as its toolkit does.
 */
final class GithubCommands implements BuildCommands {

    @Override
    public boolean has(Severity severity) {
        return true;
    }

    @Override
    public String issue(Issue issue) {
        List<String> properties = new ArrayList<>();
        if (!issue.file().isEmpty()) {
            properties.add("file=" + property(issue.file()));
            if (issue.line() > 0) {
                range(properties, issue);
            }
        }
        properties.add("title=" + property(issue.code()));
        return "::" + level(issue.severity()) + " " + String.join(",", properties) + "::"
                + data(String.join("\n", issue.sentences()));
    }

    /** GitHub takes columns only where the lines are the same. */
    private static void range(List<String> properties, Issue issue) {
        properties.add("line=" + issue.line());
        properties.add("endLine=" + Math.max(issue.line(), issue.endLine()));
        if (issue.column() > 0 && issue.endLine() <= issue.line()) {
            properties.add("col=" + issue.column());
            properties.add("endColumn=" + Math.max(issue.column(), issue.endColumn()));
        }
    }

    private static String level(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.id();
    }

    @Override
    public String group(String title) {
        return "::group::" + data(title);
    }

    @Override
    public String endGroup() {
        return "::endgroup::";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
