package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the files of a site come to a server.
 *
 * @param configuration the build configuration, which names transforms; empty for none
 * @param profile the publish profile; empty for none
 * @param environment the name of the environment; empty for none
 * @param transforms further transforms, by their paths
 * @param variables what placeholders stand for
 * @param settings the files that give parameters of packages their values
 * @param parameters the values of such parameters that somebody typed
 */
public record Publication(
        String configuration,
        String profile,
        String environment,
        List<Named> transforms,
        Map<String, String> variables,
        List<ConfigFile> settings,
        Map<String, String> parameters) {

    /** Files are read as they were written. */
    public static final Publication NONE = of(Map.of());

    /**
     * A transform that somebody named.
     *
     * @param path where it lies
     * @param file its content, by the path that was typed
     */
    public record Named(Path path, ConfigFile file) {}

    /** Files are read as they were written, but for their placeholders. */
    static Publication of(Map<String, String> variables) {
        return new Publication("", "", "", List.of(), variables, List.of(), Map.of());
    }

    /** Whether files are read as they were written. */
    public boolean isNone() {
        return names().isEmpty() && transforms.isEmpty() && variables.isEmpty();
    }

    /**
     * The names of the transforms, in the order in which publishing applies them.
     *
     * @see <a href="https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/transform-webconfig">Transform web.config: build configuration, profile, environment, custom</a>
     */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(configuration, profile, environment));
        names.remove("");
        return names;
    }

    /** The same for one environment that all transforms of a name make. */
    public Publication named(String name) {
        return new Publication(name, name, "", transforms, variables, settings, parameters);
    }

    /**
     * A source of what is published to each of several environments.
     *
     * @param each by their names, in order; at least one
     */
    public static ConfigSource ofEach(ConfigSource source, Map<String, Publication> each) {
        Map<String, ConfigSource> environments = new LinkedHashMap<>();
        ConfigSource shared = new SharedSource(source, each.size());
        each.forEach((name, publication) -> environments.put(name, publication.of(shared)));
        return new EnvironmentsSource(shared, environments);
    }

    /** Servers that are deployed to several environments become one for each of these, with its name behind that of the server. */
    public static List<ConfigSource> apart(List<ConfigSource> sources) {
        List<ConfigSource> apart = new ArrayList<>();
        for (ConfigSource source : sources) {
            if (source.environments().isEmpty()) {
                apart.add(source);
            }
            source.environments()
                    .forEach((name, environment) ->
                            apart.add(new RenamedSource(environment, source.name() + " (" + name + ")")));
        }
        return apart;
    }

    /** The parameters of a package with these values. */
    Parameters of(Parameters declared) {
        return declared.declarations().isEmpty()
                ? Parameters.NONE
                : new Parameters(declared.declarations(), settings, parameters);
    }

    /** A source of what is published. */
    public ConfigSource of(ConfigSource source) {
        return isNone() && source.parameters().declarations().isEmpty() ? source : new PublishedSource(source, this);
    }
}
