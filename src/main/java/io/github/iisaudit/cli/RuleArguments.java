package io.github.iisaudit.cli;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.settings.Stated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Rules beside those of the program. */
final class RuleArguments {

    @Option(names = "--rules", paramLabel = "DIR", description = "a folder of rule files to add; repeatable")
    List<Path> folders = new ArrayList<>();

    RuleCatalogue catalogue() throws RuleException {
        return RuleCatalogue.of(folders, RuleArguments::isSection);
    }

    /** The same with the folders of the settings, whose rules there must be. */
    RuleCatalogue catalogue(SettingsFile file) throws RuleException, SettingsException {
        List<Path> all = new ArrayList<>(folders);
        for (Stated<String> folder : file.settings().ruleFolders()) {
            Path path = Path.of(file.typed(folder.value()));
            boolean isNew = folders.stream().noneMatch(other -> isSame(other, path));
            if (isNew && file.leadsOutTo(path)) {
                refuseForeign(folder, path, file); // not looked for: it may be on another machine
            }
            if (!Files.isDirectory(path)) {
                throw folder.wrong("there is no folder of rules " + folder.value());
            }
            if (isNew) {
                refuseForeign(folder, path, file);
                all.add(path);
            }
        }
        RuleCatalogue catalogue = RuleCatalogue.of(all, RuleArguments::isSection);
        file.settings().refuseUnknownRules(catalogue.ids());
        return catalogue;
    }

    /** To leave them out without a word would change what is found, so it is the user who decides. */
    private static void refuseForeign(Stated<String> folder, Path path, SettingsFile file) throws SettingsException {
        if (file.isForeign(path)) {
            throw folder.wrong("the rules of " + folder.value() + " come with what is audited: give"
                    + " --allow-repository-rules to run them, or --no-config to use no settings");
        }
    }

    /** The schema is only waited for where a rule is read that the build has not compiled. */
    private static boolean isSection(String path) {
        return Schema.builtIn().paths().contains(path);
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** The rule of this id. */
    static Rule find(RuleCatalogue catalogue, String id) throws UsageException {
        String hint = catalogue
                .nearest(id)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; iisaudit rules lists them");
        return catalogue.find(id).orElseThrow(() -> new UsageException("there is no rule " + id + hint));
    }
}
