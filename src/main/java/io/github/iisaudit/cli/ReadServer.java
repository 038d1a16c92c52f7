package io.github.iisaudit.cli;

import io.github.iisaudit.InOrder;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.source.ConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server that was read, or why it could not be.
 *
 * @param server null where it takes too much
 * @param failure empty where it does not
 */
record ReadServer(ConfigSource source, @Nullable ServerConfiguration server, String failure) {

    /** One server is read ahead while another is shown. */
    static void each(List<ConfigSource> sources, Interruption interruption, Consumer<ReadServer> taker)
            throws IOException {
        ServerReader reader = new ServerReader(sources.size());
        EnoughMemory enough = new EnoughMemory();
        Function<ConfigSource, ReadServer> work = source -> enough.give(
                () -> new ReadServer(source, reader.read(source), ""),
                reader::forget,
                reason -> new ReadServer(source, null, reason));
        try {
            InOrder.oneAhead(sources, work, interruption::isAsked, read -> {
                taker.accept(read);
                read.source.close();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
