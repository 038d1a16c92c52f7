/**
 * What was collected where people saw a 401.1: logs, captures, traces, registry exports in; for each application whether it was
 * the one of KB 2749007 out. Each kind of file has a reader that hands on the same few values; the judges know no format. Nothing of
 * credentials, names of users, cookies or query strings is kept beyond the reading of a row or a message.
 */
@NullMarked
package io.github.iisaudit.evidence;

import org.jspecify.annotations.NullMarked;
