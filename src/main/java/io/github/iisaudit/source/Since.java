package io.github.iisaudit.source;

/**
 * What is asked to be compared with.
 *
 * @param revision as the user typed it
 * @param isExact whether it is the revision itself; otherwise the commit where HEAD left it, so that what others changed there
 *     since does not count
 */
public record Since(String revision, boolean isExact) {

    /** As an option: {@code --since origin/main}. */
    public String typed() {
        return option() + " " + revision;
    }

    private String option() {
        return isExact ? "--since-exact" : "--since";
    }

    SourceException trouble(String what) {
        return new SourceException(typed() + ": " + what);
    }

    /** Checked so that git takes it for nothing else. */
    void check() throws SourceException {
        if (revision.isBlank() || revision.startsWith("-") || revision.chars().anyMatch(Character::isISOControl)) {
            throw new SourceException(option() + " takes a revision, such as HEAD~1 or a branch");
        }
    }
}
