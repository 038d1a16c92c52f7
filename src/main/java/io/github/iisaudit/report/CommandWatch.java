package io.github.iisaudit.report;

/**
 * Follows the characters of a log and tells which would complete what a build service obeys. Whoever writes them puts something
 * between or writes the character by its number; then nothing of the input is a command, whatever service reads the log.
 *
 * <p>GitHub's runner obeys {@code ::name …::} at the beginning of a line, after white space, and {@code ##[name]} anywhere
 * (src/Runner.Common/ActionCommand.cs of actions/runner; act_runner of Gitea and Forgejo likewise), Azure's agent
 * {@code ##vso[area.event]} anywhere (src/Microsoft.VisualStudio.Services.Agent/Command.cs of azure-pipelines-agent), TeamCity
 * {@code ##teamcity[name]} (https://www.jetbrains.com/help/teamcity/service-messages.html). The first two search as .NET
 * compares text for people, which passes over characters without a width: here all that is not ASCII is passed over.
 *
 * <p>Not safe for use by several threads.
 */
final class CommandWatch {

    private static final int ASCII = 0x80;

    /** Whether nothing but white space, and perhaps a colon, stood in this line. */
    private boolean isStart = true;

    /** Whether the line begins with two colons. */
    private boolean beginsWithColons;

    private boolean isAfterColon;

    /** How many number signs stand before this place, at most two, and perhaps a word after two. */
    private int signs;

    private boolean isInWord;

    /** What is written does not stand at the beginning of a line. */
    static CommandWatch withinLine() {
        CommandWatch watch = new CommandWatch();
        watch.isStart = false;
        return watch;
    }

    /** Whether neither the beginning of the line nor a number sign goes on, so that only a line end or such a sign matters. */
    boolean isWithinText() {
        return !isStart && !beginsWithColons && signs == 0;
    }

    /** Whether no colon and no number sign before this place goes on in what comes next. */
    boolean isCalm() {
        return !beginsWithColons && !isAfterColon && signs == 0;
    }

    /** Whether this character, written after those before, would make a command of them. */
    boolean completes(char c) {
        if (c == '\n') {
            newLine();
            return false;
        }
        if (c >= ASCII || (c < ' ' && c != '\t')) {
            return false;
        }
        boolean isSecondMark = c == ':' && beginsWithColons && isAfterColon;
        boolean isBracket = c == '[' && signs == 2;
        colons(c);
        signs(c);
        return isSecondMark || isBracket;
    }

    private void newLine() {
        isStart = true;
        beginsWithColons = false;
        isAfterColon = false;
        signs = 0;
    }

    private void colons(char c) {
        if (!isStart) {
            isAfterColon = c == ':';
        } else if (c == ':') {
            beginsWithColons = isAfterColon;
            isStart = !beginsWithColons;
            isAfterColon = isStart;
        } else if (isAfterColon || (c != ' ' && c != '\t')) {
            isStart = false;
            isAfterColon = false;
        }
    }

    private void signs(char c) {
        if (c == '#') {
            signs = isInWord ? 1 : Math.min(2, signs + 1);
            isInWord = false;
        } else if (signs == 2 && isOfWord(c)) {
            isInWord = true;
        } else if (signs > 0) {
            signs = 0;
            isInWord = false;
        }
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
