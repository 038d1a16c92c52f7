/** Many servers side by side: from what each of them would do to where they differ. */
@NullMarked
package io.github.iisaudit.fleet;

import org.jspecify.annotations.NullMarked;
