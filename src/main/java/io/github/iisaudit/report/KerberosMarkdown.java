package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.ServerTickets;
import io.github.iisaudit.kerberos.TicketName;
import io.github.iisaudit.kerberos.TicketReport;
import io.github.iisaudit.kerberos.TicketVerdict;

/** What came of a directory as Markdown, for a ticket: a table of names, then a section for each application that needs work. */
final class KerberosMarkdown {

    private final StringBuilder text = new StringBuilder();

    private KerberosMarkdown() {}

    static String of(TicketReport report) {
        KerberosMarkdown markdown = new KerberosMarkdown();
        markdown.line("# Does Kerberos work?");
        markdown.gap("| server | application | verdict | name | held by | decrypted by |");
        markdown.line("|---|---|---|---|---|---|");
        for (ServerTickets server : report.servers()) {
            server.applications().forEach(application -> markdown.rows(server.name(), application));
        }
        for (ServerTickets server : report.servers()) {
            server.applications().stream()
                    .filter(a -> a.verdict().isFault() || a.verdict() == TicketVerdict.UNKNOWN)
                    .forEach(a -> markdown.application(server.name(), a));
        }
        markdown.gap("## Directory");
        markdown.text.append('\n');
        report.sources().forEach(s -> markdown.item(KerberosWords.source(s)));
        report.notices().forEach(markdown::item);
        return markdown.text.toString();
    }

    private void rows(String server, ApplicationTickets application) {
        String opener = application.opener().map(Opener::name).orElse("");
        String start = "| " + plain(server) + " | " + plain(Paths.shown(application.path())) + " | **";
        if (application.names().isEmpty()) {
            line(start + application.verdict().id() + "** | | | " + plain(opener) + " |");
        }
        for (TicketName name : application.names()) {
            line(start + name.verdict().id() + "** | " + plain(name.spn()) + " | " + plain(KerberosWords.holders(name))
                    + " | " + plain(opener) + " |");
        }
    }

    private void application(String server, ApplicationTickets application) {
        gap("## " + plain(server) + ": " + plain(Paths.shown(application.path())) + ": "
                + application.verdict().id());
        gap("Why: " + plain(application.reason()) + ".");
        text.append('\n');
        application.opener().filter(o -> o.account().isPresent()).ifPresent(opener -> {
            item("Encryption types of " + opener.name() + ": " + KerberosWords.encryption(opener.encryption()));
            item("Delegation of " + opener.name() + ": " + KerberosWords.delegation(opener.delegation()));
        });
        if (!application.commands().isEmpty()) {
            gap(MarkdownText.block("", String.join("\n", application.commands())));
        }
    }

    private static String plain(String text) {
        return MarkdownText.prose(text);
    }

    private void item(String text) {
        line("- " + plain(text));
    }

    private void gap(String text) {
        line("");
        line(text);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
