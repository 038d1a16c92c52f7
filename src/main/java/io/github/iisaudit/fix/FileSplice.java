package io.github.iisaudit.fix;

import io.github.iisaudit.xml.Splice;

/**
 * A change of one of a server's files.
 *
 * @param file its path, as findings name it
 */
public record FileSplice(String file, Splice splice) {}
