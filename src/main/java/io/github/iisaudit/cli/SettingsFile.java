package io.github.iisaudit.cli;

import io.github.iisaudit.report.LeftOut.Effect;
import io.github.iisaudit.rule.ChangedSetting;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.rule.Waiver;
import io.github.iisaudit.rule.Waivers;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsTriage;
import io.github.iisaudit.settings.Stated;
import io.github.iisaudit.source.SourceException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The settings of a run, and the folder that paths in them are relative to. Not safe for use by several threads. */
final class SettingsFile {

    /** No settings file is in use. */
    static final SettingsFile NONE = new SettingsFile(Settings.NONE, Path.of(""), "", true, AuditedTree.NONE);

    private final Settings settings;
    private final Path folder;
    private final String shown;
    private final boolean isWhole;
    private final AuditedTree audited;
    private final Map<String, Path> roots = new HashMap<>();

    /**
     * A settings file.
     *
     * @param folder the folder that it lies in, absolute
     * @param shown the file as messages call it; empty where there is none
     * @param isWhole whether all is audited that it can be about
     * @param audited where it is not the user who has chosen what lies there
     */
    SettingsFile(Settings settings, Path folder, String shown, boolean isWhole, AuditedTree audited) {
        this.settings = settings;
        this.folder = folder;
        this.shown = shown;
        this.isWhole = isWhole;
        this.audited = audited;
    }

    Settings settings() {
        return settings;
    }

    /** The file as messages call it; empty where there is none in use. */
    Optional<String> shown() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** Whether all is audited that the settings can be about. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether a folder that the settings name may come from whoever changes the audited files. */
    boolean isForeign(Path named) {
        return audited.contains(named);
    }

    /** Whether the settings come with what is audited, and a file that they name does not. */
    boolean leadsOutTo(Path named) {
        return audited.leadsOutTo(named);
    }

    /** The folders of rules that the settings name, as they would be typed. */
    Map<Path, String> ruleFolders() {
        Map<Path, String> folders = new LinkedHashMap<>();
        for (Stated<String> folder : settings.ruleFolders()) {
            folders.put(absolute(folder.value()), typed(folder.value()));
        }
        return folders;
    }

    /**
     * Has what the settings name compared with what it was.
     *
     * @param isHostTyped whether another server counts than the one of the settings
     */
    void remember(Past past, boolean isHostTyped) throws SourceException {
        ruleFolders().forEach(past::remember);
        if (!isHostTyped && settings.deployment().isPresent()) {
            String host = settings.deployment().get().host().value();
            past.compare(ChangedSetting.Kind.HOST, absolute(host), typed(host));
        }
    }

    /** Tells which files are read because of them, itself among these. */
    void tell(Destinations destinations) {
        destinations.reads(shown().orElse(null));
        settings.deployment().ifPresent(it -> destinations.reads(typed(it.host().value())));
    }

    /** A path that the settings name, as it would be typed on the command line. */
    String typed(String written) {
        int slash = shown.lastIndexOf('/');
        boolean isHere = slash < 0 || Path.of(written).isAbsolute();
        return isHere ? written : shown.substring(0, slash + 1) + written;
    }

    /** The same without steps up and down, to compare places. */
    Path absolute(String written) {
        return folder.resolve(written).normalize();
    }

    /** What becomes of the findings of some rules. */
    Triage triage(List<Rule> rules, Console console, Tally tally) throws UsageException {
        if (this == NONE) {
            return Triage.NONE;
        }
        Triage triage = tally.counting(Keys.IGNORE, Effect.LEFT_OUT, new SettingsTriage(settings, this::relative));
        List<Waiver> waivers = SettingsTriage.waivers(settings);
        if (waivers.isEmpty()) {
            return triage;
        }
        LocalDate today = console.today();
        Expiring.soon(settings, today).forEach(console::complain);
        Function<Finding, String> file =
                finding -> relative(finding.root(), finding.place().file());
        Triage suppressed = new Waivers(waivers, today, rules, isWhole, file);
        return tally.counting(Keys.SUPPRESSIONS, Effect.SUPPRESSED, suppressed).then(triage);
    }

    /** A file of a server as the settings call it: relative to their folder, with forward slashes. */
    String relative(String root, String file) {
        try {
            Path absolute =
                    roots.computeIfAbsent(root, r -> Path.of(r).toAbsolutePath().normalize());
            return folder.relativize(absolute.resolve(file)).toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return file;
        } catch (IllegalArgumentException e) {
            // Another drive.
            return root.replace('\\', '/') + "/" + file;
        }
    }
}
