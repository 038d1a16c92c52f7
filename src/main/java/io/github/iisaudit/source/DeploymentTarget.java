package io.github.iisaudit.source;

import io.github.iisaudit.source.ConfigSource.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A site of a real server that repositories are deployed to.
 *
 * @param file its applicationHost.config
 * @param site the site's name
 * @param letter a drive that the server has not: the one that the repository is found on
 */
record DeploymentTarget(Typed file, String site, String letter) {

    /** The target that the options name; empty where they name none. */
    static Optional<DeploymentTarget> of(SourceOptions options) throws SourceException {
        if (options.host().isEmpty() && options.site().isEmpty()) {
            return Optional.empty();
        }
        String host = options.host()
                .orElseThrow(() ->
                        new SourceException("--site needs --host FILE, the applicationHost.config of the server"));
        String site = options.site()
                .orElseThrow(
                        () -> new SourceException("--host needs --site NAME, the site that the files are deployed to"));
        Typed file = Typed.of(host);
        if (!Files.exists(file.path()) || Files.isDirectory(file.path())) {
            throw new SourceException("no such file: " + host + " (--host takes an applicationHost.config)");
        }
        if (!NamedFile.isFile(file.path())) {
            throw new SourceException("--host: " + host + " " + NamedFile.NO_FILE);
        }
        return Optional.of(new DeploymentTarget(file, site, letter(file)));
    }

    private static String letter(Typed file) {
        Lookup read = FileBytes.read(file.path(), file.text());
        byte[] bytes = read instanceof Lookup.Found found ? found.file().bytes() : new byte[0];
        return RepositoryDrive.letterBeside(new ConfigText(bytes));
    }

    HostFiles hostFiles() {
        Path folder = file.path().resolveSibling("");
        return new HostFolder(new Disk(Boundary.ofWorkTree(folder)), file.path(), Drives::slashes, false);
    }

    Deployment deployment() {
        return new Deployment(site, letter + ":\\");
    }
}
