package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Diagnosis;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.Verdict;
import java.util.List;

/** What came of evidence as Markdown, for a ticket: a table, then a section for each application of which there is something to say. */
final class ConfirmMarkdown {

    private final StringBuilder text = new StringBuilder();

    private ConfirmMarkdown() {}

    static String of(Examination examination) {
        ConfirmMarkdown markdown = new ConfirmMarkdown();
        markdown.line("# Was it the 401.1 of KB 2749007?");
        markdown.table(examination.applications());
        for (Verdict verdict : Verdict.values()) {
            examination.applications().stream()
                    .filter(a -> a.verdict() == verdict && (verdict != Verdict.NO_EVIDENCE || a.isExplained()))
                    .forEach(markdown::application);
        }
        markdown.rest(examination);
        return markdown.text.toString();
    }

    private void table(List<Diagnosis> applications) {
        gap("| server | application | verdict | rows | clients |");
        line("|---|---|---|---|---|");
        for (Diagnosis a : applications) {
            line("| " + plain(a.server()) + " | " + plain(Paths.shown(a.path())) + " | **"
                    + a.verdict().id() + "** | " + a.preauth().rows() + " | "
                    + a.preauth().clients() + " |");
        }
    }

    private void application(Diagnosis application) {
        gap("## " + plain(Paths.shown(application.path())) + ": "
                + application.verdict().id());
        gap("Why: " + plain(application.reason()) + ".");
        text.append('\n');
        if (application.preauth().rows() > 0) {
            item("Seen: " + ConfirmWords.rows(application.preauth()));
        }
        if (application.requests().rows() > 0) {
            item("Of: " + ConfirmWords.rows(application.requests()));
        }
        ConfirmWords.exhibits(application).forEach(e -> item("See " + e));
        application.otherCauses().forEach(c -> item("Other cause: " + ConfirmWords.cause(c)));
        application.kerberos().ifPresent(k -> item(ConfirmWords.kerberos(k)));
        ConfirmWords.todo(application).forEach(sentence -> item("To do: " + sentence));
    }

    private void rest(Examination examination) {
        gap("## Evidence");
        gap(ConfirmWords.read(examination) + ".");
        text.append('\n');
        examination.clients().forEach(c -> item(ConfirmWords.client(c)));
        examination
                .unmatched()
                .forEach(u -> item(u.file() + ", " + ConfirmWords.count(u.rows(), "row") + ": " + u.why()));
        examination.unreadable().forEach(u -> item(u.file() + " was not read: " + u.reason()));
        if (text.charAt(text.length() - 2) == '\n') {
            text.setLength(text.length() - 1);
        }
    }

    private void item(String sentence) {
        line("- " + plain(sentence) + ".");
    }

    private void gap(String line) {
        text.append('\n');
        line(line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String plain(String text) {
        return MarkdownText.prose(text);
    }
}
