package io.github.iisaudit.cli;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.DirectoryAddress;
import io.github.iisaudit.directory.LiveSource;
import io.github.iisaudit.directory.Registry;
import io.github.iisaudit.directory.UnreadableDirectoryException;
import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Sources of a directory that are read while other things are done. Safe for use by several threads. */
final class DirectoryReading {

    private final List<String> failures = new ArrayList<>();
    private final FutureTask<Directory> all;

    private DirectoryReading(List<Source> sources) {
        all = new FutureTask<>(() -> read(sources));
        Thread thread = new Thread(all, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    /** One of them. */
    private interface Source {

        /** What it is called in a complaint. */
        String name();

        void read(Registry registry) throws IOException, UnreadableDirectoryException;
    }

    private record Export(Path file) implements Source {

        @Override
        public String name() {
            return Destination.shown(file);
        }

        @Override
        public void read(Registry registry) throws IOException, UnreadableDirectoryException {
            try (InputStream in = NamedFile.open(file)) {
                registry.read(name(), in);
            }
        }
    }

    private record Live(LiveSource source) implements Source {

        @Override
        public String name() {
            return source.address().toString();
        }

        @Override
        public void read(Registry registry) throws UnreadableDirectoryException {
            registry.read(source);
        }
    }

    /** Begins with those of the command line. */
    static DirectoryReading begin(DirectoryArguments arguments, Console console) throws UsageException {
        List<Source> sources = new ArrayList<>();
        for (String source : arguments.sources) {
            sources.add(
                    DirectoryAddress.isOne(source)
                            ? new Live(new DirectoryLogon(arguments, console).source(source))
                            : new Export(DirectoryArguments.file(source)));
        }
        return new DirectoryReading(sources);
    }

    private Directory read(List<Source> sources) {
        Registry registry = read(sources, new Registry());
        return registry.again()
                .map(another -> read(sources, another))
                .orElse(registry)
                .directory();
    }

    private Registry read(List<Source> sources, Registry registry) {
        failures.clear();
        for (Source source : sources) {
            String lacking = EnoughMemory.once(() -> read(source, registry));
            if (!lacking.isEmpty()) {
                failures.add(source.name() + ": " + lacking);
            }
        }
        return registry;
    }

    private void read(Source source, Registry registry) {
        try {
            source.read(registry);
        } catch (UnreadableDirectoryException e) {
            failures.add(source.name() + ": " + e.getMessage());
        } catch (IOException e) {
            failures.add(source.name() + ": it cannot be read");
        }
    }

    /** What all sources tell that can be read; waits for them. */
    Directory directory() {
        try {
            return all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A line for each source that cannot be read; waits for them. */
    List<String> failures() {
        directory();
        return failures;
    }
}
