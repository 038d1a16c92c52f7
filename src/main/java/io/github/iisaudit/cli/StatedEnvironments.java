package io.github.iisaudit.cli;

import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.settings.Stated;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Publication;
import io.github.iisaudit.transform.PackageParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The environments that the settings speak of. What was typed counts before them. */
final class StatedEnvironments {

    private final List<Settings.Environment> environments;
    private final Publication typed;

    StatedEnvironments(Settings settings, Publication typed) {
        this.environments = settings.environments();
        this.typed = typed;
    }

    /**
     * What is deployed to each of them; files of servers are there already.
     *
     * @throws SettingsException where one names what there is not, although there are others
     */
    List<ConfigSource> of(List<ConfigSource> sources) throws SettingsException {
        List<ConfigSource> deployed = new ArrayList<>(sources);
        deployed.removeIf(source -> !isDeployed(source));
        NavigableSet<String> transforms = DeploymentArguments.names(deployed);
        NavigableSet<String> parameters = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        deployed.forEach(source -> parameters.addAll(PackageParameters.names(source.parameters())));
        for (Settings.Environment each : environments) {
            for (Stated<String> name : names(each)) {
                refuse(name, transforms, "there is no transform web." + name.value() + ".config");
            }
            for (Settings.Named parameter : each.parameters()) {
                Stated<String> name = parameter.name();
                refuse(name, parameters, "no package declares a parameter '" + name.value() + "'");
            }
        }
        return sources.stream().map(this::published).toList();
    }

    /** Whether there are any files that are deployed. */
    static boolean areOf(List<ConfigSource> sources) {
        boolean isAny = false;
        for (ConfigSource source : sources) {
            isAny |= isDeployed(source);
        }
        return isAny;
    }

    private static boolean isDeployed(ConfigSource source) {
        return source.host() == ConfigSource.Host.ASSUMED || source.deployment().isPresent();
    }

    private static List<Stated<String>> names(Settings.Environment stated) {
        return Stream.of(stated.configuration(), stated.profile(), stated.environment())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Settings speak of repositories and of packages that were made of them: where there are none at all, nothing is a slip. */
    private static void refuse(Stated<String> name, NavigableSet<String> known, String otherwise)
            throws SettingsException {
        if (!known.isEmpty() && !known.contains(name.value())) {
            throw name.wrong(otherwise
                    + Spelling.nearest(name.value(), known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(" (there are " + String.join(", ", known) + ")"));
        }
    }

    private ConfigSource published(ConfigSource source) {
        if (!isDeployed(source)) {
            return typed.of(source);
        }
        Map<String, Publication> each = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        environments.forEach(stated -> each.put(stated.name().value(), publication(stated)));
        return Publication.ofEach(source, each);
    }

    private Publication publication(Settings.Environment stated) {
        return new Publication(
                text(stated.configuration()),
                text(stated.profile()),
                text(stated.environment()),
                typed.transforms(),
                merged(stated.variables(), typed.variables()),
                typed.settings(),
                merged(stated.parameters(), typed.parameters()));
    }

    private static Map<String, String> merged(Collection<Settings.Named> stated, Map<String, String> typed) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        stated.forEach(it -> all.put(it.name().value(), it.value().value()));
        all.putAll(typed);
        return all;
    }

    private static String text(Optional<Stated<String>> stated) {
        return stated.map(Stated::value).orElse("");
    }
}
