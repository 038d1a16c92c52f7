package io.github.iisaudit.cli;

import io.github.iisaudit.report.SettingsList;
import io.github.iisaudit.report.SettingsSchema;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit config}: the settings in force. */
@Command(
        name = "config",
        description = "Shows the settings that scan would use for PATH (default: this folder), each with its origin.",
        footer = {
            "",
            "Examples:",
            "  iisaudit config src --fail-on error",
            "  iisaudit config --schema > iisaudit.schema.json",
            "",
            "Exit: 0, 2 usage or a broken settings file, 4 a fault of the program"
        })
final class ConfigCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    CheckArguments checks = new CheckArguments();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfListFormat.class,
            description = "text or json (default: ${DEFAULT-VALUE})")
    ListFormat format = ListFormat.TEXT;

    @Option(names = "--schema", description = "print the JSON Schema of settings files instead, for editors")
    boolean isSchemaWanted;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        if (isSchemaWanted) {
            console.print(SettingsSchema::write);
            return ExitCode.CLEAN;
        }
        if (source.paths.isEmpty()) {
            source.paths = List.of(".");
        }
        SettingsFile file = config.find(source);
        RuleCatalogue catalogue = ruleFiles.catalogue(file);
        // A rule that there is not is refused here as it would be by scan.
        checks.rules(catalogue, file.settings());
        List<SettingsList.Row> rows = inForce(file).rows();
        console.print(out -> {
            if (format == ListFormat.JSON) {
                SettingsList.json(file.shown(), rows, out);
            } else {
                out.write(SettingsList.text(file.shown(), rows));
            }
        });
        return ExitCode.CLEAN;
    }

    private InForce inForce(SettingsFile file) {
        InForce all = new InForce(file.settings());
        Optional<String> failOn =
                Optional.ofNullable(checks.failOn).map(it -> it.name().toLowerCase(Locale.ROOT));
        all.add(Keys.FAIL_ON, failOn, "--fail-on");
        all.add(Keys.MIN_SEVERITY, Optional.ofNullable(checks.least).map(Severity::id), "--min-severity");
        checks.skipped.forEach(rule -> all.add(Keys.SKIP_RULES, Optional.of(rule), "--skip-rule"));
        ruleFiles.folders.forEach(
                folder -> all.add(Keys.RULES, Optional.of(folder.toString().replace('\\', '/')), "--rules"));
        all.add(Keys.HOST, Optional.ofNullable(source.host), "--host");
        all.add(Keys.SITE, Optional.ofNullable(source.site), "--site");
        all.add(Keys.SERVERS, Optional.ofNullable(source.computerAccount), "--computer-account");
        source.variables.forEach((name, value) -> all.add(Keys.ENV, Keys.ENV + "." + name, value, "--env"));
        return all;
    }
}
