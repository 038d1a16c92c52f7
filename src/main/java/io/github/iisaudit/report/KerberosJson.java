package io.github.iisaudit.report;

import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.Delegation;
import io.github.iisaudit.directory.Directory.Through;
import io.github.iisaudit.directory.Encryption;
import io.github.iisaudit.directory.SourceSummary;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.ServerTickets;
import io.github.iisaudit.kerberos.TicketName;
import io.github.iisaudit.kerberos.TicketReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** What came of a directory for programs, version 1 of its schema: fields may be added to it, none is renamed or removed. */
final class KerberosJson {

    private final String version;

    KerberosJson(String version) {
        this.version = version;
    }

    void render(TicketReport report, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.head(version);
            json.objects("servers", report.servers(), server -> server(json, server));
            json.objects("directory", report.sources(), source -> source(json, source));
            json.strings("notices", report.notices());
        });
    }

    private static void server(JsonText json, ServerTickets server) throws IOException {
        json.field("name", server.name());
        json.objects("applications", server.applications(), a -> application(json, a));
        json.objects("unreadable", server.unreadable(), (Coverage.Unreadable file) -> {
            json.field("file", file.file());
            json.field("reason", file.reason());
        });
    }

    private static void application(JsonText json, ApplicationTickets application) throws IOException {
        json.field("path", application.path());
        json.field("inUse", application.isInUse());
        Optional<Opener> opener = application.opener();
        json.object("opens", () -> opens(json, opener));
        json.objects("names", application.names(), name -> name(json, name));
        json.field("namesComplete", application.isNamesComplete());
        Encryption encryption = opener.map(Opener::encryption).orElse(Encryption.UNSEEN);
        json.object("encryption", () -> {
            json.field("explicit", encryption.isExplicit());
            json.strings("types", encryption.types());
            json.field("verdict", encryption.verdict().id());
        });
        Delegation delegation = opener.map(Opener::delegation).orElse(Delegation.UNSEEN);
        json.object("delegation", () -> {
            json.field("kind", delegation.kind().id());
            json.strings("to", delegation.to());
        });
        json.field("verdict", application.verdict().id());
        json.field("reason", application.reason());
        json.strings("commands", application.commands());
    }

    private static void opens(JsonText json, Optional<Opener> opener) throws IOException {
        Account account = opener.flatMap(Opener::account).orElse(null);
        json.field("account", opener.map(Opener::name).orElse(""));
        json.field("found", account != null);
        if (account != null) {
            Boolean isDisabled = account.disabled().orElse(null);
            if (isDisabled != null) {
                json.field("disabled", isDisabled);
            }
            if (account.kind().isAccount()) {
                json.field("kind", account.kind().id());
            }
        }
    }

    private static void name(JsonText json, TicketName name) throws IOException {
        json.field("host", name.host());
        json.field("spn", name.spn());
        json.strings("holders", name.holderNames());
        if (name.through() != Through.NONE) {
            json.field("through", name.through().name());
        }
        json.field("verdict", name.verdict().id());
        json.field("reason", name.reason());
    }

    private static void source(JsonText json, SourceSummary source) throws IOException {
        json.field("name", source.name());
        json.field("form", source.form());
        json.field("accounts", source.accounts());
        json.field("dropped", source.dropped());
        json.field("withoutNames", source.lost());
    }
}
