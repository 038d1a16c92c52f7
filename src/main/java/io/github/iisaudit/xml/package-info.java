/** Text to tree. In: the bytes of a file. Out: a dom4j tree in which every element and attribute knows its place. */
@NullMarked
package io.github.iisaudit.xml;

import org.jspecify.annotations.NullMarked;
