/**
 * What happens if a setting is changed at a path: a server's configuration and a {@link
 * io.github.iisaudit.whatif.Change} in, a verdict with its reasons for each application out. The change is made to a
 * copy in memory; both servers are resolved and checked as a scan would do it, and compared.
 */
@NullMarked
package io.github.iisaudit.whatif;

import org.jspecify.annotations.NullMarked;
