/** The IIS configuration system. In: a {@code ConfigSource}. Out: a stream of {@code Scope}s, what IIS would see. */
@NullMarked
package io.github.iisaudit.config;

import org.jspecify.annotations.NullMarked;
