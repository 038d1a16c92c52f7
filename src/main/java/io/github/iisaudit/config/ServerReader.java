package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.xml.XmlReader;

/** Reads the configurations of many servers; what these have in common is parsed and worked out once. Safe for use by several threads. */
public final class ServerReader {

    private final Remembered remembered = Remembered.with(XmlReader.remembering());

    /** Reads applicationHost.config of a server and finds out which paths there are. */
    public ServerConfiguration read(ConfigSource source) {
        return ServerConfiguration.read(source, remembered);
    }
}
