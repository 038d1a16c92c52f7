package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import java.util.ArrayList;
import java.util.List;

/** What formats without a structure of their own say of a finding. */
final class PlainText {

    /** Of many like remarks of one finding people are shown so many; JSON has them all. */
    static final int REMARKS = 8;

    private PlainText() {}

    /** A word about the remarks that are not shown. */
    static String others(Few<?> remarks) {
        return remarks.more() + " more of this kind: --full or --format json has them all";
    }

    /** What is wrong, what is particular to some paths, and the remedy, as sentences of one line. */
    static String message(Finding finding) {
        String fix = finding.fix().isBlank() ? "" : " Fix: " + sentence(finding.fix());
        return Glyphs.clean(problem(finding) + fix);
    }

    /** What is wrong, and what is particular to some paths. */
    static String problem(Finding finding) {
        StringBuilder message = new StringBuilder(sentence(finding.message()));
        Few<Note> notes = Few.of(finding.notes(), REMARKS);
        notes.shown().forEach(it -> message.append(it.message().isBlank() ? "" : " " + sentence(it.message())));
        if (notes.more() > 0) {
            message.append(' ').append(sentence(others(notes)));
        }
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
        return Entry.path(report, finding, place.file()) + ":" + place.line();
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
}
