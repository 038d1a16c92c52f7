package io.github.iisaudit.cli;

import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.Publication;
import io.github.iisaudit.transform.PackageParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the files of a repository come to a server. */
final class DeploymentArguments {

    private static final int MOST_ENVIRONMENTS = 64;

    @Option(
            names = "--configuration",
            paramLabel = "NAME",
            description = "apply the transforms web.NAME.config of a build configuration, as publishing does: first")
    @Nullable
    String configuration;

    @Option(names = "--profile", paramLabel = "NAME", description = "then those of a publish profile")
    @Nullable
    String profile;

    @Option(names = "--environment", paramLabel = "NAME", description = "then those of an environment")
    @Nullable
    String environment;

    @Option(
            names = "--transform",
            paramLabel = "FILE",
            description = "then this transform: to the web.config beside it, or that of each site; repeatable")
    List<String> transforms = new ArrayList<>();

    @Option(
            names = "--every-environment",
            description = "audit what is deployed to each environment that there are transforms or settings for")
    boolean isEvery;

    @Option(
            names = "--variable",
            paramLabel = "NAME=VALUE",
            description = "what placeholders such as #{NAME}, __NAME__ and $(NAME) stand for; repeatable")
    Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--set-parameters",
            paramLabel = "FILE",
            description = "a SetParameters.xml with the parameters of a Web Deploy package; repeatable")
    List<String> parameterFiles = new ArrayList<>();

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "a parameter of a Web Deploy package; counts before files and defaults; repeatable")
    Map<String, String> parameters = new LinkedHashMap<>();

    /** The sources of what is deployed. */
    List<ConfigSource> of(List<ConfigSource> sources, Settings settings) throws UsageException, SettingsException {
        Publication publication = publication();
        refuseUndeclared(sources);
        if (isByEnvironments(settings)) {
            refuseTooMany(settings.environments().size());
            return new StatedEnvironments(settings, publication).of(sources);
        }
        if (isEvery) {
            return everyEnvironment(sources, publication);
        }
        refuseUnknown(sources);
        List<ConfigSource> published = new ArrayList<>();
        sources.forEach(source -> published.add(publication.of(source)));
        return published;
    }

    /** Whether the environments of the settings say what is deployed. */
    boolean isByEnvironments(Settings settings) {
        boolean isNamed = configuration != null || profile != null || environment != null;
        return !settings.environments().isEmpty() && (isEvery || !isNamed && transforms.isEmpty());
    }

    /** What is deployed of any one source, with nothing refused: versions of it need not have the same transforms. */
    UnaryOperator<ConfigSource> published() throws UsageException {
        Publication publication = publication();
        return publication::of;
    }

    private Publication publication() throws UsageException {
        List<Publication.Named> named = new ArrayList<>();
        for (String transform : transforms) {
            named.add(named("--transform", transform));
        }
        List<ConfigFile> settings = new ArrayList<>();
        for (String file : parameterFiles) {
            settings.add(named("--set-parameters", file).file());
        }
        return new Publication(
                name(configuration), name(profile), name(environment), named, variables, settings, parameters);
    }

    private static String name(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static Publication.Named named(String option, String typed) throws UsageException {
        try {
            Path path = Path.of(typed);
            return new Publication.Named(path, new ConfigFile(typed.replace('\\', '/'), NamedFile.bytes(path)));
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new UsageException(option + ": cannot read " + typed + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException(option + ": cannot read " + typed + ": " + NamedFile.reason(e));
        }
    }

    private List<ConfigSource> everyEnvironment(List<ConfigSource> sources, Publication publication)
            throws UsageException {
        if (configuration != null || profile != null || environment != null) {
            throw new UsageException("--every-environment audits each one: name none beside it");
        }
        List<ConfigSource> published = new ArrayList<>();
        for (ConfigSource source : sources) {
            Map<String, Publication> each = new LinkedHashMap<>();
            names(List.of(source)).forEach(name -> each.put(name, publication.named(name)));
            refuseTooMany(each.size());
            published.add(each.isEmpty() ? publication.of(source) : Publication.ofEach(source, each));
        }
        return published;
    }

    /** All is audited for each. */
    private static void refuseTooMany(int environments) throws UsageException {
        if (environments > MOST_ENVIRONMENTS) {
            throw new UsageException(environments + " environments, and all is audited for each of them: at most "
                    + MOST_ENVIRONMENTS + " can be, others one by one with --environment NAME");
        }
    }

    /** A name that no file is for is a slip, most likely. */
    private void refuseUnknown(List<ConfigSource> sources) throws UsageException {
        Map<String, String> wanted = new TreeMap<>();
        put(wanted, "--configuration", configuration);
        put(wanted, "--profile", profile);
        put(wanted, "--environment", environment);
        if (wanted.isEmpty()) {
            return;
        }
        NavigableSet<String> known = names(sources);
        for (Map.Entry<String, String> option : wanted.entrySet()) {
            String name = option.getValue();
            if (!known.contains(name)) {
                String there = known.isEmpty() ? "there are none" : "there are " + String.join(", ", known);
                throw new UsageException(option.getKey() + ": there is no transform web." + name + ".config"
                        + Spelling.nearest(name, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(" (" + there + ")"));
            }
        }
    }

    /** A parameter that nobody declares is a slip, too. */
    private void refuseUndeclared(List<ConfigSource> sources) throws UsageException {
        if (parameters.isEmpty() && parameterFiles.isEmpty()) {
            return;
        }
        NavigableSet<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach(source -> declared.addAll(PackageParameters.names(source.parameters())));
        if (declared.isEmpty()) {
            throw new UsageException("no PATH is a Web Deploy package that declares parameters");
        }
        for (String name : parameters.keySet()) {
            if (!declared.contains(name)) {
                throw new UsageException("--parameter: no package declares '" + name + "'"
                        + Spelling.nearest(name, declared)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(" (there are " + String.join(", ", declared) + ")"));
            }
        }
    }

    private static void put(Map<String, String> wanted, String option, @Nullable String name) {
        if (name != null) {
            wanted.put(option, name);
        }
    }

    /** What lies in the folder of a file that was given by itself. */
    private static List<String> beside(ConfigSource source) {
        try (Stream<Path> files = Files.list(Path.of(source.root()))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (InvalidPathException | IOException e) {
            return List.of();
        }
    }

    /** The names of the transforms among the files of some sources. */
    static NavigableSet<String> names(List<ConfigSource> sources) {
        NavigableSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        // Made here: no other run has to wait for regular expressions.
        Pattern named = Pattern.compile(
                "(?:.*/)?(?:web\\.([^/]+)\\.config|Properties/PublishProfiles/([^/]+)\\.transform)",
                Pattern.CASE_INSENSITIVE);
        for (ConfigSource source : sources) {
            for (String path : source.isSingleFile() ? beside(source) : source.allTransforms()) {
                Matcher transform = named.matcher(path);
                if (transform.matches()) {
                    names.add(transform.group(1) == null ? transform.group(2) : transform.group(1));
                }
            }
        }
        return names;
    }
}
