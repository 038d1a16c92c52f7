package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import java.util.ArrayList;
import java.util.List;

/** What formats without a structure of their own say of a finding or a file. */
final class PlainText {

    /** What formats that need a name for it call what the settings left out. */
    static final String SETTINGS = "settings";

    private PlainText() {}

    /**
     * Why a file was not audited.
     *
     * @param line where in the file, 0 where the whole of it is meant
     * @param column 0 where there is no line
     */
    record Reason(int line, int column, String text) {}

    /** The path of a finding's file from the root of the repository, with forward slashes. */
    static String path(Finding finding, Report report) {
        return ArtifactUri.path(
                report.folder(),
                finding.root(),
                otherwise(report, finding.server()),
                finding.place().file());
    }

    /** The same of a file that was not audited. */
    static String path(Unreadable file, Report report) {
        return ArtifactUri.path(report.folder(), file.root(), otherwise(report, file.server()), file.file());
    }

    /** The same of the settings file, which is named as it would be typed. */
    static String path(LeftOut settings, Report report) {
        boolean isAbsolute = settings.file().startsWith("/") || settings.file().indexOf(':') == 1;
        int slash = settings.file().lastIndexOf('/');
        String root = isAbsolute ? settings.file().substring(0, slash) : ".";
        return ArtifactUri.path(
                report.folder(), root, "", isAbsolute ? settings.file().substring(slash + 1) : settings.file());
    }

    /** What the settings left out, in one line. */
    static String sentence(LeftOut settings) {
        return Glyphs.clean(settings.sentence().orElse("") + ".");
    }

    private static String otherwise(Report report, String server) {
        return report.servers() > 1 ? server : "";
    }

    /** What is wrong, what is particular to some paths, and the remedy, as sentences of one line. */
    static String message(Finding finding) {
        String fix = finding.fix().isBlank() ? "" : " Fix: " + sentence(finding.fix());
        return Glyphs.clean(problem(finding) + fix);
    }

    /** What is wrong, and what is particular to some paths. */
    static String problem(Finding finding) {
        StringBuilder message = new StringBuilder(sentence(finding.message()));
        new Few(false)
                .show(
                        finding.notes(),
                        note -> message.append(note.message().isBlank() ? "" : " " + sentence(note.message())),
                        rest -> message.append(' ').append(sentence(rest)));
        return message.toString();
    }

    /** The lock and what set the value, a line each. */
    static List<String> causes(Finding finding, Report report) {
        List<String> causes = new ArrayList<>();
        Place lock = finding.lockedBy();
        if (lock != null) {
            causes.add("Locked: " + place(finding, lock, report));
        }
        for (Via via : finding.via()) {
            causes.add("Via: " + place(finding, via.place(), report) + " " + Glyphs.clean(via.message()));
        }
        return causes;
    }

    private static String place(Finding finding, Place place, Report report) {
        String server = otherwise(report, finding.server());
        return ArtifactUri.path(report.folder(), finding.root(), server, place.file()) + ":" + place.line();
    }

    /** Why a finding does not count. */
    static String whyNotReported(Finding finding) {
        Suppression suppression = finding.suppression();
        if (suppression == null) {
            return "known from the baseline";
        }
        return suppression.reason().isEmpty() ? "suppressed" : "suppressed: " + Glyphs.clean(suppression.reason());
    }

    /** A text with a full stop, unless it ends with one or its like. */
    static String sentence(String text) {
        String stripped = text.stripTrailing();
        boolean isEnded = !stripped.isEmpty() && ".?!".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return isEnded ? text : text + ".";
    }

    /** The reason of a file with the place taken from its beginning, where one stands there. */
    static Reason reason(Unreadable file) {
        String[] parts = file.reason().split(":", 3);
        if (parts.length < 3 || !isNumber(parts[0]) || !isNumber(parts[1])) {
            return new Reason(0, 0, file.reason());
        }
        return new Reason(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2].strip());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() < 10
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
