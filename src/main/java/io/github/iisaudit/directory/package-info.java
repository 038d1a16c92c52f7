/**
 * What a directory says of accounts: who holds which service principal names, who is disabled, who may delegate, which encryption
 * types there are. In: exports of a directory, or a directory that answers. Out: accounts, and what is known of the rest.
 */
@NullMarked
package io.github.iisaudit.directory;

import org.jspecify.annotations.NullMarked;
