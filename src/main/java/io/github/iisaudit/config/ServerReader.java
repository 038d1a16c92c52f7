package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.xml.XmlReader;

/**
 * Reads the configurations of many servers; what these have in common is parsed and worked out once, if they come one soon after
 * the other. Safe for use by several threads.
 */
public final class ServerReader {

    /** After how many bytes of files another era begins. What is remembered keeps their trees, which take six times as much. */
    private static final int ERA = 6 << 20;

    private final XmlReader files = XmlReader.remembering();
    private final Eras eras = new Eras();
    private final Remembered remembered;
    private long nextEra = ERA;

    /** @param servers how many are to be read: of one alone nothing need be remembered */
    public ServerReader(int servers) {
        this.remembered = servers == 1 ? Remembered.nothing() : Remembered.with(files, eras);
    }

    /** Reads applicationHost.config of a server and finds out which paths there are. */
    public ServerConfiguration read(ConfigSource source) {
        endEra();
        return ServerConfiguration.read(source, remembered);
    }

    /** An empty memory of what follows from the configurations. */
    public <V> Memory<V> memory() {
        return new Memory<>(eras);
    }

    private synchronized void endEra() {
        long read = files.bytesRead();
        if (read > nextEra) {
            nextEra = read + ERA;
            eras.next();
        }
    }
}
