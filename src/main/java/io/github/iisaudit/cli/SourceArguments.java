package io.github.iisaudit.cli;

import io.github.iisaudit.config.Unjudged;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.Computers;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.Publication;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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
            names = {"--computer-account", "--server"},
            paramLabel = "DOMAIN\\NAME$",
            description = "the server's account, or the gMSA of its container, where the folder is not called after it")
    @Nullable
    String computerAccount;

    @Option(
            names = "--stdin-filename",
            paramLabel = "NAME",
            defaultValue = "stdin",
            description = "the name of what - reads")
    String standardInputName = "stdin";

    @Mixin
    DeploymentArguments deployment = new DeploymentArguments();

    @Option(names = "--live", description = "IIS of this machine (Windows only)")
    boolean isLive;

    /** Where settings are looked for: the paths, or the name that standard input goes by. */
    List<String> startingPoints() {
        List<String> points = new ArrayList<>();
        for (String path : paths) {
            points.add(path.equals("-") ? standardInputName : path);
        }
        return points;
    }

    /** The servers that were named; at least one, or the reasons why there is none. */
    Opened open(Console console, SettingsFile settings) throws SourceException, UsageException, SettingsException {
        Opened opened = opened(console, settings);
        refuseSharedAccount(opened);
        return opened.with(deployment.of(opened.sources(), settings.settings()));
    }

    /** What is to be said of what was opened, beside an answer. */
    static List<String> complaints(Opened opened) {
        List<String> all = new ArrayList<>(opened.nothingFound());
        all.addAll(notices(opened));
        return all;
    }

    /** The part of it that is no failure. */
    static List<String> notices(Opened opened) {
        List<String> all = new ArrayList<>(Unjudged.besideServers(opened.strays()));
        List<String> others = new ArrayList<>();
        opened.others().forEach(other -> others.add(other.file()));
        Unjudged.ofOthers(others).ifPresent(notice -> all.add(notice.told()));
        return all;
    }

    /** The same, each environment that a server is deployed to as a server of its own. */
    Opened openApart(Console console, SettingsFile settings) throws SourceException, UsageException, SettingsException {
        Opened opened = open(console, settings);
        return opened.with(Publication.apart(opened.sources()));
    }

    /** The keys of the settings that decide what of these sources is audited, or by what it is judged. */
    List<String> decided(Settings settings, Opened opened, boolean isDirectoryGiven) {
        boolean isServer = false;
        boolean isDeployed = false;
        for (ConfigSource each : opened.sources()) {
            isServer |= each.host() == ConfigSource.Host.REAL;
            isDeployed |= each.deployment().isPresent();
        }
        List<String> keys = new ArrayList<>();
        if (isDeployed && !isDeploymentTyped() && settings.deployment().isPresent()) {
            keys.add(Keys.HOST);
        }
        if (isServer && !settings.variables().isEmpty()) {
            keys.add(Keys.ENV);
        }
        if (isServer && isDirectoryGiven && !settings.servers().isEmpty()) {
            keys.add(Keys.SERVERS);
        }
        if (deployment.isByEnvironments(settings) && StatedEnvironments.areOf(opened.sources())) {
            keys.add(Keys.ENVIRONMENTS);
        }
        return keys;
    }

    /** Tells which files options name. */
    void tell(Destinations destinations) {
        destinations.reads(host);
        for (String file : deployment.transforms) {
            destinations.reads(file);
        }
        for (String file : deployment.parameterFiles) {
            destinations.reads(file);
        }
    }

    /** Whether the server that files are deployed to is typed: it counts before the settings. */
    boolean isDeploymentTyped() {
        return host != null || site != null;
    }

    /** How paths are to be read. */
    SourceOptions options(Console console, SettingsFile settings) throws UsageException {
        return new SourceOptions(
                variables(settings),
                kind == null ? SourceOptions.Kind.AUTO : kind,
                Optional.ofNullable(host),
                Optional.ofNullable(site),
                computers(settings),
                console::in,
                standardInputName);
    }

    private Opened opened(Console console, SettingsFile settings) throws SourceException, UsageException {
        if (paths.isEmpty() && !isLive) {
            throw new UsageException("nothing to read: give a PATH, - for standard input, or --live");
        }
        SourceOptions options = options(console, settings);
        if (isLive && !paths.isEmpty()) {
            throw new UsageException("--live reads IIS of this machine: give it no PATH");
        }
        if (isLive) {
            return Sources.live(options);
        }
        return new DeploymentHost(paths, options).open(isDeploymentTyped(), settings);
    }

    /** What was typed, with the sign that computers have and people leave out; empty for nothing. */
    private String account() {
        String typed = computerAccount == null ? "" : computerAccount;
        return typed.isEmpty() || typed.endsWith("$") ? typed : typed + "$";
    }

    /** What is typed counts before the settings. */
    private Computers computers(SettingsFile file) throws UsageException {
        String typed = account();
        if (!typed.isEmpty() && !Computer.isAccount(typed)) {
            throw new UsageException(
                    "--computer-account: '" + typed + "' is no computer account such as CONTOSO\\WEB01$");
        }
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        file.settings()
                .servers()
                .forEach(server ->
                        named.put(server.name().value(), server.value().value()));
        return new Computers(typed, named);
    }

    /** Two computers never have one account. */
    private void refuseSharedAccount(Opened opened) throws UsageException {
        if (computerAccount != null && opened.sources().size() > 1) {
            throw new UsageException("--computer-account names the account of one server, and there are "
                    + opened.sources().size() + ": name each under servers: in the settings");
        }
    }

    /** Windows does not tell the names of variables apart by case. */
    private Map<String, String> variables(SettingsFile file) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        file.settings()
                .variables()
                .forEach(variable ->
                        all.put(variable.name().value(), variable.value().value()));
        all.putAll(variables);
        return all;
    }

    /** Where a root lies, with a slash behind it: files are named as seen from the PATH; from the working directory where there are several. */
    String folder(String rootAsTyped) {
        String root = rootAsTyped.equals(".") ? "" : rootAsTyped;
        if (paths.size() == 1) {
            String typed = paths.get(0).replace('\\', '/').replaceAll("/+$", "");
            boolean isBelow = root.startsWith(typed + "/");
            root = isBelow ? root.substring(typed.length() + 1) : "";
        }
        return root.isEmpty() ? "" : root.replaceAll("^(\\./)+", "") + "/";
    }
}
