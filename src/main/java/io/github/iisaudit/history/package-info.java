/**
 * What became of servers from version to version. In: the scopes and findings of one version after the other. Out: the values that
 * changed, where each stands, and the findings that came and went.
 */
@NullMarked
package io.github.iisaudit.history;

import org.jspecify.annotations.NullMarked;
