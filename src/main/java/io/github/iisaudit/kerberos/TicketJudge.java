package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.Encryption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what IIS would see at paths against a directory. Safe for use by several threads. */
public final class TicketJudge {

    /** So many steps for each account that holds a name, and for the name: it is told at each application. */
    private static final int HOLDER = 300;

    /** What it takes to see that an account is that of another domain. */
    private static final int NAMESAKE = 8;

    private final Directory directory;
    private final Aliases aliases;

    public TicketJudge(Directory directory, Aliases aliases) {
        this.directory = directory;
        this.aliases = aliases;
    }

    /**
     * What comes of it at a path.
     *
     * @param application the one that the path belongs to
     */
    public ApplicationTickets judge(Scope scope, Application application) {
        WindowsAuthentication windows = WindowsAuthentication.of(scope).orElse(null);
        if (windows == null) {
            return unknown(scope, false, "what Windows authentication is here cannot be read or is not known");
        } else if (!windows.offersKerberos()) {
            String why = windows.enabled() ? "no provider offers Kerberos" : "Windows authentication is off";
            return new ApplicationTickets(
                    scope.path(), false, Optional.empty(), List.of(), true, TicketVerdict.NOT_IN_USE, why, List.of());
        }
        TicketAccount account = TicketAccount.of(scope).orElse(null);
        if (account == null) {
            return unknown(
                    scope,
                    true,
                    "the account that decrypts service tickets is not known: no pool that is known serves it");
        } else if (account.isComputer() && !scope.computer().isKnown()) {
            return unknown(scope, true, "the computer is not known: name its account with --computer-account");
        }
        return judge(scope, application, Opener.of(account, scope.computer(), directory));
    }

    private static ApplicationTickets unknown(Scope scope, boolean isInUse, String why) {
        return new ApplicationTickets(
                scope.path(), isInUse, Optional.empty(), List.of(), false, TicketVerdict.UNKNOWN, why, List.of());
    }

    private ApplicationTickets judge(Scope scope, Application application, Opener opener) {
        ClientNames names = ClientNames.of(application, scope.computer(), directory, aliases);
        NameJudge judge = new NameJudge(directory, scope.computer(), opener, stranger(scope));
        scope.step(Use.HOLDERS, HOLDER * opener.delegation().to().size());
        List<TicketName> judged = new ArrayList<>();
        for (ClientNames.Name name : names.names()) {
            TicketName each = judge.judge(name);
            scope.step(Use.HOLDERS, HOLDER * (1 + each.holders().size()));
            judged.add(each);
        }
        TicketVerdict worst = judged.stream()
                .map(TicketName::verdict)
                .reduce(TicketVerdict::or)
                .orElse(TicketVerdict.UNKNOWN);
        return new ApplicationTickets(
                scope.path(),
                true,
                Optional.of(opener),
                judged,
                names.isComplete(),
                opener.isUnfit() ? worst.or(TicketVerdict.WRONG_ACCOUNT) : worst,
                reason(opener, judged, worst),
                new Remedies(scope, opener).of(judged));
    }

    /** The account of the pool where the directory does not have it, such as a managed one in an export of users and computers. */
    private String stranger(Scope scope) {
        String user = scope.pool()
                .filter(ApplicationPool::isSpecificUser)
                .map(ApplicationPool::userName)
                .orElse("");
        boolean isLocal = new TicketAccount(user, false).isLocal(scope.computer());
        if (user.isBlank() || isLocal) {
            return "";
        }
        scope.step(Use.HOLDERS, NAMESAKE * directory.namesakes(user));
        return directory.account(user).isPresent() ? "" : user;
    }

    private static String reason(Opener opener, List<TicketName> names, TicketVerdict worst) {
        List<String> reasons = new ArrayList<>();
        if (opener.isDisabled()) {
            reasons.add(opener.name() + ", which decrypts the service tickets, is disabled");
        }
        if (opener.encryption().verdict() == Encryption.Verdict.DES_ONLY) {
            reasons.add(opener.name() + " may only use DES, which no domain controller of today issues tickets for");
        }
        if (names.isEmpty()) {
            reasons.add("no name is known that clients use: name them with --alias NAME=" + opener.name());
        }
        names.stream()
                .filter(name -> name.verdict() == worst)
                .map(TicketName::reason)
                .findFirst()
                .ifPresent(reasons::add);
        boolean isKept = names.stream().anyMatch(name -> name.isKeptFrom(opener));
        return String.join("; ", reasons)
                + (isKept
                        ? ". An HTTP name on " + opener.name() + " would take Kerberos from WinRM, PowerShell remoting"
                                + " and Server Manager, which ask for the same: give the site a host name of its own"
                        : "");
    }
}
