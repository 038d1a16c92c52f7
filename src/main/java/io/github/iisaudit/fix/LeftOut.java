package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;

/**
 * A finding that nothing is done about.
 *
 * @param reason why, in one line
 */
public record LeftOut(Finding finding, String reason) {}
