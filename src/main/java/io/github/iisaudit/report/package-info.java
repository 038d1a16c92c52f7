/** What a person or a program reads. In: a {@code Report}. Out: text, JSON, SARIF. */
@NullMarked
package io.github.iisaudit.report;

import org.jspecify.annotations.NullMarked;
