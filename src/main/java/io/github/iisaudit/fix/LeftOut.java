package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;

/**
 * A finding that nothing is done about.
 *
 * @param reason why, in one line
 */
public record LeftOut(Finding finding, String reason) {

    /** Why nothing is known about a change. */
    static final String NOT_TRIED = "not tried, as there are too many to try each: ask again with --path";
}
