/**
 * What would mend findings: those of a server in, changes of its files and what a script has to do out. A change is offered only
 * where its rule calls it certain, and the audit of the changed files has lost these findings and gained none. Nothing is written.
 */
@NullMarked
package io.github.iisaudit.fix;

import org.jspecify.annotations.NullMarked;
