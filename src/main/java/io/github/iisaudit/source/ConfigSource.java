package io.github.iisaudit.source;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One server's configuration files. It is asked, not pushed: which {@code web.config} files there are is known only
 * after {@code applicationHost.config} was read. Answers do not change while an audit runs; not safe for use by several
 * threads.
 */
public interface ConfigSource extends Closeable {

    /** What is known of the host whose applicationHost.config is used. */
    enum Host {
        /** A server's own applicationHost.config. */
        REAL,
        /** IIS Express on a developer's machine. */
        DEVELOPMENT,
        /** No applicationHost.config was given: a stock one is assumed. */
        ASSUMED
    }

    /** Where a repository is deployed to: the site whose root folder is {@code folder}, the only one audited. */
    record Deployment(String site, String folder) {}

    /** The server's name: the folder's name, or the file's. */
    String name();

    /**
     * The root that paths of files are relative to, as it was typed, with forward slashes and without one at the end;
     * {@code .} for a file in the working directory, empty for the machine's own drives, where paths are absolute.
     */
    String root();

    Host host();

    Lookup applicationHost();

    /** A file beside applicationHost.config, such as {@code redirection.config}. */
    Lookup beside(String name);

    /** The {@code schema/*.xml} files beside applicationHost.config, by name; empty where they were not collected. */
    List<ConfigFile> schemas();

    /**
     * A file in a folder of the server.
     *
     * @param folder a physical path as configuration writes it: {@code C:\inetpub\wwwroot}, {@code %SystemDrive%\x},
     *     {@code \\s\share}
     * @param name a file name or a relative path below the folder; taken as it is, without variables
     * @return {@link Lookup.Absent} only where the folder was collected
     */
    Lookup file(String folder, String name);

    /** The path that {@link #file} shows a file with, whether it is there or not; empty where that is not known. */
    default Optional<String> shown(String folder, String name) {
        return Optional.empty();
    }

    /** Whether the folder itself was collected. */
    boolean isCollected(String folder);

    /**
     * The folders below a folder that hold a {@code web.config}, the folder itself not included. What IIS does not
     * serve or read is left out: {@code bin}, {@code obj}, {@code node_modules}, folders of version control,
     * {@code inetpub/history} and {@code inetpub/temp}.
     *
     * @return paths relative to the folder, with forward slashes, in the spelling of the disk, in order ignoring case
     */
    List<String> foldersWithWebConfig(String folder);

    /**
     * What is there and could not be looked into while folders were searched and schemas were read so far: folders that
     * {@link #foldersWithWebConfig} could not enter, schema files that {@link #schemas} left out. In order of their
     * paths.
     */
    default List<Lookup.Unavailable> unreadable() {
        return List.of();
    }

    /**
     * Files that change configuration files when a site is published and are none themselves, as far as they were met: a
     * {@code web.config} that was asked for, which is {@link Lookup.Unavailable} therefore, and those that lie in the
     * folders that were searched. In order of their paths.
     */
    default List<String> transforms() {
        return List.of();
    }

    /** All transforms among the files, in order of their paths; folders are searched for them. */
    default List<String> allTransforms() {
        return transforms();
    }

    /** The transforms that were applied to files that were asked for so far, in order of their paths. */
    default List<String> appliedTransforms() {
        return List.of();
    }

    /**
     * The server as it is deployed to each of several environments, by their names in order; empty where it is audited as it is.
     */
    default Map<String, ConfigSource> environments() {
        return Map.of();
    }

    /** How often the server is read, each time for another environment. */
    default int readings() {
        return 1;
    }

    /** The parameters of the package that the files come in. */
    default Parameters parameters() {
        return Parameters.NONE;
    }

    /** The same server with placeholders in its files that stand for something. */
    default ConfigSource with(Map<String, String> variables) {
        return Publication.of(variables).of(this);
    }

    /** Files of IIS Express that lie among those of a repository and that may be named as its host, as they would be typed. */
    default List<String> developmentHosts() {
        return List.of();
    }

    /** Whether only some of the files are asked about, and others are there to inherit from. */
    default boolean isPart() {
        return false;
    }

    /** Whether a file, as it is shown, is asked about. */
    default boolean isAsked(String file) {
        return true;
    }

    /**
     * The web.config files among the server's that lie in none of the folders that were asked for so far: complete after an audit, and
     * until {@link #close}.
     */
    default Strays strays() {
        return Strays.NONE;
    }

    /** The computer that the files are of, as far as that is known. */
    default Computer computer() {
        return Computer.UNKNOWN;
    }

    /** Whether all there is is one file that was given by itself, so that it may be a piece of configuration only. */
    default boolean isSingleFile() {
        return false;
    }

    /** Gives back what it holds, memory and files; who asks again opens them again. Of many servers, each takes some. */
    @Override
    default void close() {}

    /** The one site that is audited, where the files are those of a site and not of a server. */
    Optional<Deployment> deployment();
}
