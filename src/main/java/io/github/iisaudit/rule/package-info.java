/** Rules over the effective configuration. In: rule files and scopes. Out: findings. Expressions are those of {@code xpath}. */
@NullMarked
package io.github.iisaudit.rule;

import org.jspecify.annotations.NullMarked;
