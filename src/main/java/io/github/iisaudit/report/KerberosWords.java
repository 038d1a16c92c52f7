package io.github.iisaudit.report;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.Delegation;
import io.github.iisaudit.directory.Encryption;
import io.github.iisaudit.directory.SourceSummary;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.TicketName;
import java.util.ArrayList;
import java.util.List;

/** What came of a directory in the words that text and Markdown share. */
final class KerberosWords {

    private KerberosWords() {}

    /** The account that decrypts service tickets, and what is the matter with it. */
    static String opener(Opener opener) {
        List<String> words = new ArrayList<>();
        words.add(opener.account().map(KerberosWords::kind).orElse("not in the directory given"));
        if (opener.isDisabled()) {
            words.add("disabled");
        }
        return opener.name() + " (" + String.join(", ", words) + ")";
    }

    private static String kind(Account account) {
        return account.kind().isAccount() ? account.kind().id() : "of a kind that is not known";
    }

    static String holders(TicketName name) {
        String holders = name.holders().isEmpty() ? "nobody" : String.join(" and ", name.holderNames());
        return switch (name.through()) {
            case HOST -> holders + ", by HOST";
            default -> holders;
        };
    }

    /** What domain controllers do with an account, with the date since when they do. */
    static String encryption(Encryption encryption) {
        String types = String.join(", ", encryption.types());
        return switch (encryption.verdict()) {
            case FINE -> types;
            case RC4_ONLY -> "RC4 only, by its own attribute: weak, and off where a domain allows AES only";
            case DES_ONLY -> "DES only: no ticket is issued";
            case DEFAULT ->
                "none stated: domain controllers with the updates of April 2026 or later issue AES tickets"
                        + " only (KB5073381), for which its password must have been set since 2009";
            case UNKNOWN -> "not known";
        };
    }

    static String delegation(Delegation delegation) {
        String to = delegation.to().isEmpty() ? "" : ": " + String.join(", ", delegation.to());
        return switch (delegation.kind()) {
            case NONE -> "none";
            case UNCONSTRAINED -> "unconstrained: to any service, as anybody who signs in";
            case CONSTRAINED -> "constrained" + to;
            case PROTOCOL_TRANSITION -> "constrained, with any protocol" + to;
            case RESOURCE_BASED -> "resource-based, let by" + to.substring(1);
            case UNKNOWN -> "not known";
        };
    }

    static String source(SourceSummary source) {
        String words = source.name() + " (" + source.form() + "): " + count(source.accounts(), "account");
        String dropped = source.dropped() == 0 ? "" : ", " + count(source.dropped(), "thing") + " left out";
        String lost =
                source.lost() == 0 ? "" : ", " + source.lost() + " of them without their names: the export lost them";
        return words + dropped + lost;
    }

    static String names(ApplicationTickets application) {
        return application.isNamesComplete()
                ? ""
                : "a binding names no single host: clients may use other names too (--alias NAME=TARGET)";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
