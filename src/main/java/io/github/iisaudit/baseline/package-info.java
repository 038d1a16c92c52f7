/** Findings that are accepted: from a file of them and the findings of a run to what is new, what is known and what is gone. */
@NullMarked
package io.github.iisaudit.baseline;

import org.jspecify.annotations.NullMarked;
