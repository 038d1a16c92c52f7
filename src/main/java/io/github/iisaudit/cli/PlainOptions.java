package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The options of {@code scan} and {@code effective} that a {@linkplain PlainLine plain line} may have, and {@code rules} and
 * {@code --version} alone. The annotations of picocli are what an option is; a test asks for each of them here, where one that is
 * missing costs time, not function.
 */
final class PlainOptions {

    private PlainOptions() {}

    /** The command of a plain line with its arguments; empty where picocli has to look at the line. */
    static Optional<Callable<Integer>> command(String[] args, Console console) {
        String name = args.length == 0 ? "" : args[0];
        if (args.length == 1 && (name.equals("--version") || name.equals("-V"))) {
            return Optional.of(() -> version(console));
        }
        if (args.length == 1 && name.equals("rules")) {
            return Optional.of(new RulesCommand(console));
        }
        if (name.equals("scan")) {
            ScanCommand scan = new ScanCommand(console);
            boolean isBound = PlainLine.bind(args, (option, line) -> scan(scan, option, line), scan.source.paths);
            return isBound ? Optional.of(scan) : Optional.empty();
        }
        if (name.equals("effective")) {
            EffectiveCommand effective = new EffectiveCommand(console);
            boolean isBound =
                    PlainLine.bind(args, (option, line) -> effective(effective, option, line), effective.source.paths);
            return isBound ? Optional.of(effective) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int version(Console console) throws IOException {
        console.print(out -> out.write(Version.line() + "\n"));
        return ExitCode.CLEAN;
    }

    private static boolean scan(ScanCommand scan, String option, PlainLine line) {
        switch (option) {
            case "--format" -> scan.format = new Choice.OfFormat().convert(line.value());
            case "--output" -> scan.outputs.add(new OutputFile.Converter().convert(line.each()));
            case "--quiet" -> scan.detail.isQuiet = line.flag();
            case "--summary" -> scan.detail.isSummary = line.flag();
            case "--full" -> scan.detail.isFull = line.flag();
            case "--jobs" -> scan.fleet.jobs = line.number();
            case "--rules" -> scan.ruleFiles.folders.add(Path.of(line.each()));
            case "--verbose" -> scan.isVerbose = line.flag();
            default -> {
                return checks(scan.checks, option, line)
                        || source(scan.source, option, line)
                        || settings(scan.config, option, line)
                        || past(scan, option, line)
                        || evidence(scan.evidence, option, line)
                        || directory(scan.directory, option, line)
                        || colour(scan.colour, option, line);
            }
        }
        return true;
    }

    private static boolean past(ScanCommand scan, String option, PlainLine line) {
        switch (option) {
            case "--baseline" -> scan.baseline.read = Path.of(line.value());
            case "--write-baseline" -> scan.baseline.write = Path.of(line.value());
            case "--since" -> scan.change.since = line.value();
            case "--since-exact" -> scan.change.sinceExact = line.value();
            case "--settings-from" -> scan.change.settingsFrom = new Choice.OfSettingsFrom().convert(line.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean checks(CheckArguments checks, String option, PlainLine line) {
        switch (option) {
            case "--rule" -> checks.wanted.add(line.each());
            case "--skip-rule" -> checks.skipped.add(line.each());
            case "--fail-on" -> checks.failOn = new Choice.OfFailOn().convert(line.value());
            case "--min-confidence" -> checks.sure = new Choice.OfConfidence().convert(line.value());
            case "--min-severity" -> checks.least = new Choice.OfSeverity().convert(line.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean effective(EffectiveCommand effective, String option, PlainLine line) {
        switch (option) {
            case "--format" -> effective.format = new Choice.OfEffectiveFormat().convert(line.value());
            case "--path" -> effective.paths.add(line.each());
            case "--section" -> effective.sections.add(line.each());
            case "--all" -> effective.isAll = line.flag();
            case "--table" -> effective.isTable = line.flag();
            default -> {
                return source(effective.source, option, line)
                        || settings(effective.config, option, line)
                        || colour(effective.colour, option, line);
            }
        }
        return true;
    }

    private static boolean source(SourceArguments source, String option, PlainLine line) {
        switch (option) {
            case "--env" -> {
                String[] pair = line.pair();
                source.variables.put(pair[0], pair[1]);
            }
            case "--as" -> source.kind = new Choice.OfKind().convert(line.value());
            case "--host" -> source.host = line.value();
            case "--site" -> source.site = line.value();
            case "--computer-account", "--server" -> source.computerAccount = line.value();
            case "--live" -> source.isLive = line.flag();
            case "--stdin-filename" -> source.standardInputName = line.value();
            default -> {
                return deployment(source.deployment, option, line);
            }
        }
        return true;
    }

    private static boolean deployment(DeploymentArguments deployment, String option, PlainLine line) {
        switch (option) {
            case "--configuration" -> deployment.configuration = line.value();
            case "--profile" -> deployment.profile = line.value();
            case "--environment" -> deployment.environment = line.value();
            case "--transform" -> deployment.transforms.add(line.each());
            case "--every-environment" -> deployment.isEvery = line.flag();
            case "--variable" -> {
                String[] pair = line.pair();
                deployment.variables.put(pair[0], pair[1]);
            }
            case "--set-parameters" -> deployment.parameterFiles.add(line.each());
            case "--parameter" -> {
                String[] pair = line.pair();
                deployment.parameters.put(pair[0], pair[1]);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Evidence itself takes several values, which a plain line does not tell from paths. */
    private static boolean evidence(EvidenceArguments evidence, String option, PlainLine line) {
        switch (option) {
            case "--evidence-password-file" -> evidence.passwordFile = Path.of(line.value());
            case "--evidence-site" -> evidence.site = line.value();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean directory(DirectoryArguments directory, String option, PlainLine line) {
        switch (option) {
            case "--directory" -> directory.sources.add(line.each());
            case "--directory-user" -> directory.user = line.value();
            case "--directory-password-file" -> directory.passwordFile = Path.of(line.value());
            case "--directory-kerberos" -> directory.isByTicket = line.flag();
            case "--directory-ca" -> directory.authorities = Path.of(line.value());
            case "--alias" -> directory.aliases.add(line.each());
            case "--alias-file" -> directory.aliasFile = Path.of(line.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean settings(SettingsArguments settings, String option, PlainLine line) {
        switch (option) {
            case "--config" -> settings.file = Path.of(line.value());
            case "--allow-repository-rules" -> settings.isTrusted = line.flag();
            case "--no-config" -> settings.isNone = line.flag();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean colour(ColourOption colour, String option, PlainLine line) {
        switch (option) {
            case "--color" -> colour.when = new Choice.OfWhen().convert(line.value());
            case "--hyperlinks" -> colour.hyperlinks = new Choice.OfWhen().convert(line.value());
            default -> {
                return false;
            }
        }
        return true;
    }
}
