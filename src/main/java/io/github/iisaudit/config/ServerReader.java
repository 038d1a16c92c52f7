package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.xml.XmlReader;

/** Reads the configurations of many servers; a file that several of them have is parsed once. Safe for use by several threads. */
public final class ServerReader {

    private final XmlReader files;

    /** @param servers how many are to be read: of one alone nothing need be remembered */
    public ServerReader(int servers) {
        this.files = servers == 1 ? new XmlReader() : XmlReader.remembering();
    }

    /** Reads applicationHost.config of a server and finds out which paths there are. */
    public ServerConfiguration read(ConfigSource source) {
        return new ServerConfiguration(source, files);
    }
}
