package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Diagnosis.Preauth;
import io.github.iisaudit.evidence.Examination.ClientSetting;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.rule.Triage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in the findings of the fault what the evidence says of it: one that a capture confirms is an error. */
public final class VerdictTriage implements Triage {

    private static final String RULE = "kernel-mode-preauth-401";

    private final Map<String, Diagnosis> byPath = new HashMap<>();
    private final List<ClientSetting> clients;

    public VerdictTriage(Examination examination) {
        for (Diagnosis each : examination.applications()) {
            byPath.put(key(each.server(), each.path()), each);
        }
        clients = examination.clients().stream().filter(ClientSetting::isCure).toList();
    }

    private static String key(String server, String path) {
        return server + "\n" + path.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Finding> judge(Finding finding) {
        if (!finding.rule().id().equals(RULE)) {
            return Optional.of(finding);
        }
        List<Note> notes = new ArrayList<>();
        boolean isConfirmed = false;
        for (String path : finding.paths()) {
            Diagnosis diagnosis = byPath.get(key(finding.server(), path));
            if (diagnosis != null && diagnosis.verdict() != Verdict.NO_EVIDENCE) {
                notes.add(new Note(sentence(diagnosis), List.of(path)));
                isConfirmed |= diagnosis.verdict() == Verdict.CONFIRMED;
            }
        }
        for (ClientSetting client : clients) {
            notes.add(new Note(sentence(client), finding.paths()));
        }
        Finding noted = notes.isEmpty() ? finding : finding.noting(notes);
        return Optional.of(isConfirmed ? noted.as(Severity.ERROR) : noted);
    }

    private static String sentence(Diagnosis diagnosis) {
        String start = "Evidence: " + diagnosis.verdict().id() + ". ";
        if (diagnosis.verdict() == Verdict.NOT_SEEN) {
            return start + "Not seen in " + rows(diagnosis.requests()) + ".";
        }
        String seen = diagnosis.preauth().rows() == 0 ? "" : ", seen in " + rows(diagnosis.preauth());
        String where = diagnosis.exhibits().isEmpty()
                ? ""
                : " (" + place(diagnosis.exhibits().get(0)) + seen + ")";
        String reason = diagnosis.reason();
        return start + reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + where + ".";
    }

    private static String place(Exhibit exhibit) {
        return exhibit.file()
                + (exhibit.line() > 0 ? ":" + exhibit.line() : "")
                + (exhibit.entry().isEmpty() ? "" : " " + exhibit.entry());
    }

    private static String rows(Preauth rows) {
        String count = rows.rows() + (rows.rows() == 1 ? " request" : " requests");
        return rows.first()
                .flatMap(first -> rows.last().map(last -> count + " since " + first + ", the last at " + last))
                .orElse(count);
    }

    private static String sentence(ClientSetting client) {
        String who = client.scope().equals("HKU") ? "one user" : "the users that it is applied to";
        return "Clients: " + client.file() + (client.line() > 0 ? ":" + client.line() : "")
                + " sets DisableNTLMPreAuth for " + who + (client.isConditional() ? ", on conditions" : "")
                + "; others still begin with credentials.";
    }
}
