package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/** Reads the configurations of many servers; a file that several of them have is parsed once. Safe for use by several threads. */
public final class ServerReader {

    private final int servers;
    private final @Nullable Witness witness;
    private volatile XmlReader files;

    /** @param servers how many are to be read: of one alone nothing need be remembered */
    public ServerReader(int servers) {
        this(servers, null);
    }

    /**
     * The same beside somebody who knows more of their paths.
     *
     * @param witness null for nobody
     */
    public ServerReader(int servers, @Nullable Witness witness) {
        this.witness = witness;
        this.servers = servers;
        this.files = files(servers);
    }

    /** Reads applicationHost.config of a server and finds out which paths there are. */
    public ServerConfiguration read(ConfigSource source) {
        return read(source, Budget.of(source));
    }

    /**
     * The same.
     *
     * @param budget what the server may cost
     * @throws Budget.SpentException if it costs more
     */
    public ServerConfiguration read(ConfigSource source, Budget budget) {
        return new ServerConfiguration(source, files, budget, null).beside(witness);
    }

    /** The same of a part of the server. */
    public ServerConfiguration read(ConfigSource source, Budget budget, Part.Choice choice) {
        return new ServerConfiguration(source, files, budget, choice).beside(witness);
    }

    /** Forgets what was remembered, to free memory. */
    public void forget() {
        files = files(servers);
    }

    private static XmlReader files(int servers) {
        return servers == 1 ? new XmlReader() : XmlReader.remembering();
    }
}
