/**
 * What a change to the files does. In: a server as it is and as it was, and its findings. Out: the findings that have to do
 * with the change.
 */
@NullMarked
package io.github.iisaudit.change;

import org.jspecify.annotations.NullMarked;
