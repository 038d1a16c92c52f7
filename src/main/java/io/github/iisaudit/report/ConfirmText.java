package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Diagnosis;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.Verdict;
import io.github.iisaudit.rule.Severity;
import java.util.List;

/** What came of evidence for people: a diagnosis for each application of which there is something to say. */
final class ConfirmText {

    private static final String INDENT = "    = ";

    private final Page page;
    private final Colours colours;
    private final boolean isQuiet;
    private boolean isFleet;

    private ConfirmText(Presentation presentation) {
        this.page = new Page(presentation.width());
        this.colours = new Colours(presentation.isColoured());
        this.isQuiet = presentation.isQuiet();
    }

    static String of(Examination examination, Presentation presentation) {
        ConfirmText text = new ConfirmText(presentation);
        text.isFleet = examination.applications().stream()
                        .map(Diagnosis::server)
                        .distinct()
                        .count()
                > 1;
        for (Verdict verdict : Verdict.values()) {
            text.verdict(
                    verdict,
                    examination.applications().stream()
                            .filter(a -> a.verdict() == verdict)
                            .toList());
        }
        text.rest(examination);
        return text.page.toString();
    }

    private void verdict(Verdict verdict, List<Diagnosis> applications) {
        if (verdict != Verdict.NO_EVIDENCE) {
            applications.forEach(this::application);
            return;
        }
        applications.stream().filter(Diagnosis::isExplained).forEach(this::application);
        List<String> others = applications.stream()
                .filter(a -> !a.isExplained())
                .map(this::name)
                .toList();
        if (!others.isEmpty() && !isQuiet) {
            page.wrapped(verdict.id() + ": ", Paths.list(others, 20)).gap();
        }
    }

    private String name(Diagnosis application) {
        return (isFleet ? Glyphs.clean(application.server()) + ": " : "") + Paths.shown(application.path());
    }

    private void application(Diagnosis application) {
        page.line(name(application) + ": " + paint(application.verdict()));
        tell("why", application.reason());
        if (application.preauth().rows() > 0) {
            tell("seen", ConfirmWords.rows(application.preauth()));
        }
        if (application.requests().rows() > 0) {
            tell("of", ConfirmWords.rows(application.requests()) + logons(application.handshakes()));
        }
        ConfirmWords.exhibits(application).forEach(e -> tell("see", e));
        application.otherCauses().forEach(c -> tell("other", ConfirmWords.cause(c)));
        application.kerberos().ifPresent(k -> tell("krb", ConfirmWords.kerberos(k)));
        ConfirmWords.todo(application).forEach(sentence -> tell("do", sentence));
        if (application.verdict() != Verdict.NO_EVIDENCE) {
            application.notes().forEach(note -> tell("note", note));
        }
        page.gap();
    }

    private static String logons(Diagnosis.Handshakes logons) {
        long all = logons.ntlm() + logons.kerberos();
        return all == 0
                ? ""
                : "; " + ConfirmWords.count(all, "logon") + ", " + logons.anonymousFirst()
                        + " of them begun without credentials";
    }

    private void tell(String label, String text) {
        page.wrapped(INDENT + Glyphs.pad(label, 6), Glyphs.clean(text));
    }

    private String paint(Verdict verdict) {
        return switch (verdict) {
            case CONFIRMED, PROBABLE -> colours.severity(Severity.ERROR, verdict.id());
            case CONSISTENT, CONTRADICTED, OTHER_CAUSE -> colours.severity(Severity.WARNING, verdict.id());
            default -> colours.bold(verdict.id());
        };
    }

    private void rest(Examination examination) {
        examination.clients().forEach(c -> page.wrapped("clients: ", Glyphs.clean(ConfirmWords.client(c))));
        if (!isQuiet) {
            examination
                    .unmatched()
                    .forEach(u -> page.wrapped(
                            "unmatched: ",
                            Glyphs.clean(u.file() + ", " + ConfirmWords.count(u.rows(), "row") + ": " + u.why())));
            page.line(ConfirmWords.read(examination));
        }
    }
}
