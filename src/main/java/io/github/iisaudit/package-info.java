/** The auditor as a pipeline: {@link io.github.iisaudit.Audit} shows the whole flow. */
@NullMarked
package io.github.iisaudit;

import org.jspecify.annotations.NullMarked;
