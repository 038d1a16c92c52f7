/**
 * What a deployment makes of a configuration file. In: the file and what changes it: transforms (XDT), parameters, placeholders. Out:
 * a located tree whose nodes know which of these files wrote them, the text of it, and what the transforms had to say. Knows nothing
 * of IIS.
 */
@NullMarked
package io.github.iisaudit.transform;

import org.jspecify.annotations.NullMarked;
