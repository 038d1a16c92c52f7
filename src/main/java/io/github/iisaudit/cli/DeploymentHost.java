package io.github.iisaudit.cli;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.nio.file.Path;
import java.util.List;

/** The server that the files of a site are deployed to, where one is typed or the settings name it: opens them as they are there. */
record DeploymentHost(List<String> paths, SourceOptions options) {

    /** @param isTyped whether the options name it, or a part of it: they count before the settings */
    Opened open(boolean isTyped, SettingsFile settings) throws SourceException, UsageException {
        Settings.Deployment target = settings.settings().deployment().orElse(null);
        if (!isTyped
                && target != null
                && isRepository(settings.absolute(target.host().value()))) {
            return deployed(settings, target);
        }
        Opened opened = Sources.open(paths, options);
        if (options.host().isPresent()) {
            refuseServers();
            for (ConfigSource source : opened.sources()) {
                refuseUnknownSite(source, options.host().get(), "");
            }
        }
        return opened;
    }

    /** Whether all paths are files of a site; the server that they are deployed to may be kept among them. */
    private boolean isRepository(Path hostFile) throws SourceException {
        if (paths.contains("-")) {
            return false;
        }
        return Sources.open(paths, options).sources().stream()
                .allMatch(source -> source.host() == ConfigSource.Host.ASSUMED
                        || (!paths.contains(source.root()) && hostFile.startsWith(absolute(source.root()))));
    }

    private static Path absolute(String root) {
        return Path.of(root).toAbsolutePath().normalize();
    }

    private Opened deployed(SettingsFile settings, Settings.Deployment deployment)
            throws SourceException, UsageException {
        String file = settings.typed(deployment.host().value());
        if (!NamedFile.isFile(settings.absolute(deployment.host().value()))) {
            throw new UsageException(deployment.host().place() + ": there is no applicationHost.config " + file);
        }
        Opened opened =
                Sources.open(paths, options.withHost(file, deployment.site().value()));
        for (ConfigSource source : opened.sources()) {
            refuseUnknownSite(source, file, deployment.site().place() + ": ");
        }
        return opened;
    }

    /** Only the files of a site are deployed to a server, not a server with an applicationHost.config of its own. */
    private void refuseServers() throws SourceException, UsageException {
        List<String> given = paths.stream().filter(path -> !path.equals("-")).toList();
        for (ConfigSource source : Sources.open(given, options.withoutHost()).sources()) {
            if (source.host() == ConfigSource.Host.REAL) {
                throw new UsageException("--host is for a repository; " + source.root()
                        + " is a server with an applicationHost.config of its own");
            }
        }
    }

    /** A repository can be deployed only to a site that the host has. */
    private static void refuseUnknownSite(ConfigSource source, String host, String place) throws UsageException {
        String wanted = source.deployment().map(ConfigSource.Deployment::site).orElse("");
        List<String> sites = ServerConfiguration.read(source).sites();
        if (sites.stream().noneMatch(wanted::equalsIgnoreCase)) {
            String all = sites.isEmpty() ? "it has none" : "it has " + String.join(", ", sites);
            throw new UsageException(place + "there is no site " + wanted + " in " + host + " (" + all
                    + Spelling.didYouMean(wanted, sites) + ")");
        }
    }
}
