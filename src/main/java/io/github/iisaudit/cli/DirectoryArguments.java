package io.github.iisaudit.cli;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.DirectoryAddress;
import io.github.iisaudit.kerberos.Aliases;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of the accounts of the domain. */
final class DirectoryArguments {

    private static final int SERVERS_NAMED = 3;

    @Option(
            names = "--directory",
            paramLabel = "SOURCE",
            description =
                    "an export of the directory: LDIF (ldifde, ldapsearch, ldbsearch), CSV (csvde, Export-Csv), JSON"
                            + " (ConvertTo-Json), text of setspn -L, -Q or -X; or the directory itself:"
                            + " ldaps://HOST[:PORT][/BASE], ldap://HOST (StartTLS); repeatable")
    List<String> sources = new ArrayList<>();

    @Option(
            names = "--alias",
            paramLabel = "NAME=TARGET",
            description = "a name that is an alias (CNAME) of another: browsers ask a ticket for TARGET; repeatable")
    List<String> aliases = new ArrayList<>();

    @Option(names = "--alias-file", paramLabel = "FILE", description = "a file of such aliases, one in each line")
    @Nullable
    Path aliasFile;

    @Option(
            names = "--directory-user",
            paramLabel = "USER",
            description =
                    "who asks a live directory, DOMAIN\\\\name or name@domain; the password is taken from the variable "
                            + DirectoryLogon.PASSWORD + " or from --directory-password-file")
    @Nullable
    String user;

    @Option(
            names = "--directory-password-file",
            paramLabel = "FILE",
            description = "its first line is the password of --directory-user")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--directory-kerberos",
            description = "ask a live directory as who has a Kerberos ticket (kinit); what is sent is encrypted")
    boolean isByTicket;

    @Option(
            names = "--directory-ca",
            paramLabel = "FILE",
            description = "certificates of the authorities that vouch for a live directory, instead of those of Java")
    @Nullable
    Path authorities;

    /** Whether one is given. */
    boolean isGiven() {
        return !sources.isEmpty();
    }

    /** Fails before anybody waits. */
    void check(Console console) throws UsageException {
        for (String source : sources) {
            if (DirectoryAddress.isOne(source)) {
                new DirectoryLogon(this, console).source(source);
            } else if (!Files.exists(file(source))) {
                throw new UsageException("--directory: there is no " + source);
            } else if (NamedFile.isNoFile(file(source))) {
                throw new UsageException("--directory: " + source + " " + NamedFile.NO_FILE);
            }
        }
        aliases();
    }

    /** Tells which files options name. */
    void tell(Destinations destinations) {
        for (String source : sources) {
            destinations.reads(source);
        }
        destinations.reads(aliasFile);
        destinations.reads(passwordFile);
        destinations.reads(authorities);
    }

    static Path file(String source) throws UsageException {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw new UsageException("--directory: '" + source + "' names no file");
        }
    }

    /** Says of which servers it is not known which account of the directory is theirs. */
    void sayNameless(List<ConfigSource> servers, Console console) {
        if (!isGiven()) {
            return;
        }
        List<String> nameless = new ArrayList<>();
        for (ConfigSource server : servers) {
            if (server.host() == ConfigSource.Host.REAL && !server.computer().isKnown()) {
                nameless.add(server.name());
            }
        }
        if (!nameless.isEmpty()) {
            String remedy = servers.size() == 1
                    ? "name it with --computer-account DOMAIN\\NAME$"
                    : "name them under servers: in .iisaudit.yml";
            console.complain(
                    Few.named(Few.of(nameless, SERVERS_NAMED)) + ": the account of the computer is not known, so"
                            + " the directory does not tell where that account decrypts service tickets; " + remedy);
        }
    }

    /**
     * What all sources tell.
     *
     * @param failures takes a line for each that cannot be read
     */
    Directory read(Console console, Consumer<String> failures) throws UsageException {
        DirectoryReading reading = DirectoryReading.begin(this, console);
        reading.failures().forEach(failures);
        return reading.directory();
    }

    /** What holds paths against the directory. */
    TicketJudge judge(Directory directory) throws UsageException {
        return new TicketJudge(directory, aliases());
    }

    Aliases aliases() throws UsageException {
        Aliases known = new Aliases();
        for (String alias : aliases) {
            add(known, alias, "--alias");
        }
        if (aliasFile != null) {
            String place = "--alias-file: " + Destination.shown(aliasFile);
            List<String> lines;
            try {
                lines = new String(NamedFile.bytes(aliasFile), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UsageException(place + ": " + NamedFile.reason(e));
            }
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replace("\uFEFF", "").strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(known, line, place + ":" + (i + 1));
                }
            }
        }
        return known;
    }

    private static void add(Aliases known, String alias, String place) throws UsageException {
        String[] parts = alias.strip().split("\\s*[=\\s]\\s*", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new UsageException(
                    place + ": '" + alias + "' is not NAME=TARGET, such as intranet.contoso.com=web01.contoso.com");
        }
        known.add(parts[0], parts[1]);
    }
}
