package io.github.iisaudit.cli;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.evidence.Applications;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.Examiner;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.EvidenceFile;
import io.github.iisaudit.source.EvidenceFiles;
import io.github.iisaudit.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was collected where people saw a 401.1. */
final class EvidenceArguments {

    /** Who waits meanwhile. */
    record Waiting(boolean isQuiet, Interruption interruption) {}

    @Option(
            names = "--evidence",
            paramLabel = "FILE|FOLDER",
            arity = "1..*",
            description =
                    "W3C logs of IIS (also .gz, or in a .zip), HTTPERR logs, Fiddler archives, HAR files, failed-request"
                            + " traces, .reg exports, Registry.xml and Registry.pol of Group Policy; repeatable")
    List<Path> paths = new ArrayList<>();

    @Option(
            names = "--evidence-password-file",
            paramLabel = "FILE",
            description = "its first line opens encrypted archives")
    @Nullable
    Path passwordFile;

    @Option(names = "--evidence-site", paramLabel = "NAME", description = "the site of evidence that names none")
    @Nullable
    String site;

    /** Fails before anybody waits. */
    void check() throws UsageException {
        if (paths.isEmpty()) {
            throw new UsageException("nothing to go by: give --evidence FILE|FOLDER, such as the folder of the logs");
        }
    }

    /** Tells which files options name. */
    void tell(Destinations destinations) {
        for (Path path : paths) {
            destinations.reads(path);
        }
        destinations.reads(passwordFile);
    }

    /** What it makes of the findings of servers; nothing where it is not read to its end, after which no server is audited. */
    Proof proof(List<ConfigSource> sources, Console console, Waiting waiting) throws UsageException, SourceException {
        if (paths.isEmpty()) {
            return Proof.NONE;
        }
        try {
            return Proof.of(examine(applications(sources, server -> {}, reason -> {}), console, waiting));
        } catch (CancellationException e) {
            return Proof.NONE;
        }
    }

    /**
     * Reads the configurations of servers.
     *
     * @param visitor is shown each
     * @param failures takes why one could not be read
     */
    static Applications applications(
            List<ConfigSource> sources, Consumer<ServerConfiguration> visitor, Consumer<String> failures) {
        List<ConfigSource> sorted = new ArrayList<>(sources);
        sorted.sort(Comparator.comparing(ConfigSource::name));
        Applications applications = new Applications();
        ServerReader reader = new ServerReader(sorted.size());
        for (ConfigSource each : sorted) {
            String failure = EnoughMemory.once(() -> {
                ServerConfiguration server = reader.read(each);
                applications.add(server);
                visitor.accept(server);
            });
            each.close();
            if (!failure.isEmpty()) {
                failures.accept(each.name() + ": " + failure);
            }
        }
        return applications;
    }

    Examination examine(Applications applications, Console console, Waiting waiting)
            throws UsageException, SourceException {
        List<EvidenceFile> files = EvidenceFiles.find(paths);
        EvidenceLine progress = new EvidenceLine(
                waiting.isQuiet || !Terminal.isError() ? null : console.terminal(),
                System::nanoTime,
                waiting.interruption::isAsked);
        try {
            int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
            return new Examiner(
                            applications, new Examiner.Options(password(), site == null ? "" : site, threads, progress))
                    .examine(files);
        } finally {
            progress.end();
        }
    }

    private char[] password() throws UsageException {
        return passwordFile == null
                ? new char[0]
                : new PasswordFile("--evidence-password-file", passwordFile)
                        .password()
                        .toCharArray();
    }
}
