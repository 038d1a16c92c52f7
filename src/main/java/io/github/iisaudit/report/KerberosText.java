package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.ServerTickets;
import io.github.iisaudit.kerberos.TicketName;
import io.github.iisaudit.kerberos.TicketReport;
import io.github.iisaudit.kerberos.TicketVerdict;
import io.github.iisaudit.rule.Severity;
import java.util.List;

/** What came of a directory for people: a table of names for each application, then what mends it. */
final class KerberosText {

    private static final String INDENT = "    = ";
    private static final int VERDICT = 14;

    private final Page page;
    private final Colours colours;
    private final boolean isQuiet;

    private KerberosText(Presentation presentation) {
        this.page = new Page(presentation.width());
        this.colours = new Colours(presentation.isColoured());
        this.isQuiet = presentation.isQuiet();
    }

    static String of(TicketReport report, Presentation presentation) {
        KerberosText text = new KerberosText(presentation);
        for (ServerTickets server : report.servers()) {
            text.server(server, report.servers().size() > 1);
        }
        text.rest(report);
        return text.page.toString();
    }

    private void server(ServerTickets server, boolean isOneOfSeveral) {
        if (isOneOfSeveral) {
            page.line(colours.bold(Glyphs.clean(server.name()))).gap();
        }
        List<String> unused = server.applications().stream()
                .filter(a -> a.verdict() == TicketVerdict.NOT_IN_USE)
                .map(a -> Paths.shown(a.path()))
                .toList();
        server.applications().stream()
                .filter(a -> a.verdict() != TicketVerdict.NOT_IN_USE)
                .forEach(this::application);
        if (!unused.isEmpty() && !isQuiet) {
            page.wrapped(TicketVerdict.NOT_IN_USE.id() + ": ", Paths.list(unused, 20))
                    .gap();
        }
    }

    private void application(ApplicationTickets application) {
        page.line(Paths.shown(application.path()) + ": " + paint(application.verdict()));
        application.opener().ifPresent(opener -> tell("who", KerberosWords.opener(opener)));
        names(application.names());
        tell("why", application.reason());
        application.opener().filter(o -> o.account().isPresent()).ifPresent(this::account);
        if (!KerberosWords.names(application).isEmpty() && application.isInUse()) {
            tell("names", KerberosWords.names(application));
        }
        for (String command : application.commands()) {
            page.line(INDENT + Glyphs.pad("do", 6) + Glyphs.clean(command));
        }
        page.gap();
    }

    private void names(List<TicketName> names) {
        int widest = names.stream()
                .mapToInt(n -> Glyphs.width(Glyphs.clean(n.spn())))
                .max()
                .orElse(0);
        for (TicketName name : names) {
            String spn = Glyphs.pad(Glyphs.clean(name.spn()), Math.min(widest, 44));
            page.line("    " + spn + "  " + Glyphs.pad(name.verdict().id(), VERDICT)
                    + Glyphs.clean(KerberosWords.holders(name)));
        }
    }

    private void account(Opener opener) {
        tell("keys", KerberosWords.encryption(opener.encryption()));
        tell("hands", "delegation " + KerberosWords.delegation(opener.delegation()));
    }

    private void tell(String label, String text) {
        page.wrapped(INDENT + Glyphs.pad(label, 6), Glyphs.clean(text));
    }

    private String paint(TicketVerdict verdict) {
        return switch (verdict) {
            case WRONG_ACCOUNT, DUPLICATE -> colours.severity(Severity.ERROR, verdict.id());
            case MISSING -> colours.severity(Severity.WARNING, verdict.id());
            default -> colours.bold(verdict.id());
        };
    }

    private void rest(TicketReport report) {
        if (!isQuiet) {
            report.sources().forEach(s -> page.wrapped("directory: ", Glyphs.clean(KerberosWords.source(s))));
            report.notices().forEach(n -> page.wrapped("note: ", Glyphs.clean(n)));
        }
    }
}
