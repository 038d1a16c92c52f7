/**
 * Where configuration comes from. In: a path that a user typed. Out: {@link io.github.iisaudit.source.ConfigSource}s.
 */
@NullMarked
package io.github.iisaudit.source;

import org.jspecify.annotations.NullMarked;
