package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;

/**
 * Logging commands of Azure Pipelines (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands). They
 * leave the result of the step to the exit code: {@code task.complete} would overrule it.
 */
final class AzureCommands implements BuildCommands {

    /** The agent knows errors and warnings only. */
    @Override
    public boolean has(Severity severity) {
        return severity != Severity.NOTE;
    }

    @Override
    public String issue(Issue issue) {
        StringBuilder command = new StringBuilder("##vso[task.logissue type=");
        command.append(issue.severity().id()).append(';');
        if (!issue.file().isEmpty()) {
            command.append("sourcepath=").append(property(issue.file())).append(';');
            if (issue.line() > 0) {
                command.append("linenumber=").append(issue.line()).append(';');
                command.append("columnnumber=")
                        .append(Math.max(1, issue.column()))
                        .append(';');
            }
        }
        command.append("code=").append(property(issue.code())).append(";]");
        return command.append(data(String.join(" ", issue.sentences()))).toString();
    }

    @Override
    public String group(String title) {
        return "##[group]" + data(title);
    }

    @Override
    public String endGroup() {
        return "##[endgroup]";
    }

    /** The agent takes back {@code ;} and {@code ]} in messages too, so a percent sign is what must not be left. */
    private static String data(String text) {
        return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace("]", "%5D").replace(";", "%3B");
    }
}
