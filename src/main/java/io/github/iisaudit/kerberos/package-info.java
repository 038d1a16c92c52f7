/**
 * What is known of Windows authentication: who decrypts service tickets for a path, under which names clients ask for it, whether a logon
 * is asked for at all. In: the facts and sections of a scope. Out: accounts, names, claims; no findings.
 */
@NullMarked
package io.github.iisaudit.kerberos;

import org.jspecify.annotations.NullMarked;
