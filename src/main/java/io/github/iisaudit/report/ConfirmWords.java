package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Diagnosis;
import io.github.iisaudit.evidence.Diagnosis.OtherCause;
import io.github.iisaudit.evidence.Diagnosis.Preauth;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.Examination.ClientSetting;
import io.github.iisaudit.evidence.Exhibit;
import io.github.iisaudit.evidence.Token;
import io.github.iisaudit.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of evidence, in sentences. */
final class ConfirmWords {

    /** More convince nobody. */
    private static final int EXHIBITS = 3;

    private ConfirmWords() {}

    /** {@code 12 rows of 5 clients, 2026-01-05T08:00:12Z to 2026-01-06T07:58:40Z}. */
    static String rows(Preauth rows) {
        String clients = rows.clients() == 0 ? "" : " of " + count(rows.clients(), "client");
        String from = rows.first().map(Object::toString).orElse("");
        String to = rows.last().map(Object::toString).orElse("");
        return count(rows.rows(), "row")
                + clients
                + (from.isEmpty() ? "" : ", " + from)
                + (from.equals(to) ? "" : " to " + to);
    }

    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d", count) + " " + noun + (count == 1 ? "" : "s");
    }

    static List<String> exhibits(Diagnosis application) {
        return application.exhibits().stream()
                .limit(EXHIBITS)
                .map(ConfirmWords::exhibit)
                .toList();
    }

    /** {@code W3SVC2/u_ex260105.log:17: first-request-401.1}. */
    private static String exhibit(Exhibit exhibit) {
        String place = exhibit.file()
                + (exhibit.line() > 0 ? ":" + exhibit.line() : "")
                + (exhibit.entry().isEmpty() ? "" : " " + exhibit.entry());
        return place + ": " + what(exhibit.what()) + token(exhibit.token());
    }

    private static String token(@Nullable Token token) {
        return token == null
                ? ""
                : " (" + token.scheme() + ", " + token.kind().id() + ", " + count(token.length(), "byte") + ")";
    }

    private static String what(String id) {
        return switch (id) {
            case "initial-token-rejected" -> "the client began with credentials; the answer was a 401 without a token";
            case "final-token-rejected" -> "the client's last token was refused";
            case "first-request-401.1" -> "the first request after a start or a pause got 401.1";
            case "401.1-without-anonymous-401" -> "401.1 for a client that had not been asked";
            case "401.1-in-trace" -> "401.1 with SEC_E_NO_CREDENTIALS";
            default -> "401.1 with another code";
        };
    }

    /** {@code 2148074252 SEC_E_LOGON_DENIED, 4 rows: the credentials were refused}. */
    static String cause(OtherCause cause) {
        String name = cause.cause().name();
        return cause.code() + (name.isEmpty() ? "" : " " + name) + ", " + count(cause.rows(), "row") + ": "
                + cause.cause().meaning() + "; " + cause.cause().next();
    }

    /** What to do about a verdict; none where there is nothing to do. */
    static List<String> todo(Diagnosis application) {
        List<String> todo = new ArrayList<>();
        if (application.verdict().isFault()) {
            todo.add("on the clients: set DisableNTLMPreAuth (iisaudit confirm --write-client-fix reg|gpp|powershell)");
            todo.add(
                    "or on the server: switch kernel mode off; what that does to Kerberos says iisaudit what-if PATH --path \""
                            + application.path() + "\" --set useKernelMode=false");
        }
        if (application.verdict() == Verdict.PROBABLE) {
            todo.add(
                    "to be sure: record the first request after a start with Fiddler, and give the capture as evidence too");
        }
        return todo;
    }

    static String client(ClientSetting client) {
        String place = client.file() + (client.line() > 0 ? ":" + client.line() : "");
        String who = switch (client.scope()) {
            case "HKCU" -> "for the users that it is applied to";
            case "HKU" -> "for one user";
            default -> "under HKLM, where no client reads it";
        };
        return place + " sets DisableNTLMPreAuth=" + client.value() + " " + who
                + (client.isConditional() ? ", on conditions" : "");
    }

    /** What was read, and what was not. */
    static String read(Examination examination) {
        long rows = examination.files().stream()
                .mapToLong(Examination.ReadFile::rows)
                .sum();
        long skipped = examination.files().stream()
                .mapToLong(Examination.ReadFile::skipped)
                .sum();
        return count(examination.files().size(), "file") + " of evidence, " + count(rows, "row")
                + (skipped == 0 ? "" : ", " + count(skipped, "row") + " not readable")
                + (examination.unreadable().isEmpty()
                        ? ""
                        : ", " + count(examination.unreadable().size(), "file") + " not read");
    }

    static String kerberos(Diagnosis.Kerberos kerberos) {
        return "Kerberos by the directory: " + kerberos.verdict() + ": " + kerberos.reason();
    }
}
