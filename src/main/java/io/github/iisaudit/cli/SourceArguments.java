package io.github.iisaudit.cli;

import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be read, and how. */
final class SourceArguments {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = {
                "a server's folder (its applicationHost.config with the content of its drives beside it),"
                        + " a folder of such folders, an applicationHost.config or web.config file,"
                        + " a repository, or - for standard input"
            })
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "what %%NAME%% in the server's paths stands for; repeatable")
    Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            converter = Choice.OfKind.class,
            description = "what a single file is where that does not show: applicationHost or web")
    SourceOptions.@Nullable Kind kind;

    @Option(
            names = "--host",
            paramLabel = "FILE",
            description = "the applicationHost.config of the server that a repository is deployed to; with --site")
    @Nullable
    String host;

    @Option(names = "--site", paramLabel = "NAME", description = "the site of that server")
    @Nullable
    String site;

    @Option(
            names = "--stdin-filename",
            paramLabel = "NAME",
            defaultValue = "stdin",
            description = "the name of what - reads")
    String standardInputName = "stdin";

    @Option(names = "--live", description = "IIS of this machine (Windows only)")
    boolean isLive;

    /** The servers that were named; at least one, or the reasons why there is none. */
    Opened open(Console console) throws SourceException, UsageException {
        if (paths.isEmpty() && !isLive) {
            throw new UsageException("nothing to read: give a PATH, - for standard input, or --live");
        }
        SourceOptions options = new SourceOptions(
                variables,
                kind == null ? SourceOptions.Kind.AUTO : kind,
                Optional.ofNullable(host),
                Optional.ofNullable(site),
                console::in,
                standardInputName);
        if (!isLive) {
            return Sources.open(paths, options);
        }
        if (!paths.isEmpty()) {
            throw new UsageException("--live reads IIS of this machine: give it no PATH");
        }
        return Sources.live(options);
    }
}
