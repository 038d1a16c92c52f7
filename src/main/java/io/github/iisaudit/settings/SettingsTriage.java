package io.github.iisaudit.settings;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.rule.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What the settings make of findings: those in ignored files are left out, and rules have the severities that the settings give
 * them. What they suppress is up to {@link #waivers}.
 */
public final class SettingsTriage implements Triage {

    private final List<Glob> ignored;
    private final Map<String, Severity> severities;

    /** Which files are wanted, as far as that was asked for. */
    private final Map<String, Boolean> wanted = new HashMap<>();

    private final BinaryOperator<String> files;

    /**
     * The triage of some settings.
     *
     * @param files makes a path relative to the settings' folder of the root of a server and a path below it
     */
    public SettingsTriage(Settings settings, BinaryOperator<String> files) {
        this.ignored = new ArrayList<>();
        for (Stated<String> glob : settings.ignored()) {
            ignored.add(new Glob(glob.value()));
        }
        this.severities = severities(settings);
        this.files = files;
    }

    /** The severities that settings give to rules, by their ids. */
    public static Map<String, Severity> severities(Settings settings) {
        Map<String, Severity> severities = new HashMap<>();
        for (Settings.Named named : settings.severities()) {
            String word = named.value().value();
            if (!word.equals(Keys.OFF)) {
                severities.put(named.name().value(), Severity.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return severities;
    }

    @Override
    public Optional<Finding> judge(Finding finding) {
        // What is said of the settings themselves belongs to no server, and is never ignored.
        if (!finding.server().isEmpty()
                && !isWanted(finding.root(), finding.place().file())) {
            return Optional.empty();
        }
        Severity severity = severities.get(finding.rule().id());
        return Optional.of(severity == null || severity == finding.severity() ? finding : finding.as(severity));
    }

    @Override
    public boolean isWanted(String root, String file) {
        return ignored.isEmpty() || isWanted(files.apply(root, file));
    }

    private boolean isWanted(String file) {
        return wanted.computeIfAbsent(file, it -> {
            String[] names = Glob.names(it);
            return ignored.stream().noneMatch(glob -> glob.coversFile(it, names));
        });
    }

    /** The suppressions of settings. */
    public static List<Waiver> waivers(Settings settings) {
        List<Waiver> waivers = new ArrayList<>();
        for (Settings.Suppression suppression : settings.suppressions()) {
            waivers.add(waiver(suppression));
        }
        return waivers;
    }

    private static Waiver waiver(Settings.Suppression suppression) {
        Glob glob = new Glob(suppression.path().value());
        return new Waiver(
                suppression.rule().value(),
                suppression.path().value(),
                new Waiver.Cover(glob.start(), glob::coversFile, glob::coversPath),
                suppression.reason().value().replaceAll("\\s+", " "),
                suppression.path().place(),
                suppression.rule().place(),
                suppression
                        .expires()
                        .map(day -> new Waiver.Expiry(day.value(), day.place()))
                        .orElse(null));
    }
}
