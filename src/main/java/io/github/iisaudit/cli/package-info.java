/** The command line: the only place with streams and exit codes. */
@NullMarked
package io.github.iisaudit.cli;

import org.jspecify.annotations.NullMarked;
