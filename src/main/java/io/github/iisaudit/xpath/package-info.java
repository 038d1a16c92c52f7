/**
 * XPath 1.0 with the functions of IIS. In: the text of an expression, and nodes. Out: a {@link SafeXPath}, which selects, holds or
 * says something, and the paths that it reads; its compiled form, written by the build and read at the start. Knows no rules.
 */
@NullMarked
package io.github.iisaudit.xpath;

import org.jspecify.annotations.NullMarked;
