package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.Directory.Holders;
import io.github.iisaudit.directory.Directory.Through;
import io.github.iisaudit.kerberos.TicketName.Holder;
import io.github.iisaudit.source.Computer;
import java.util.List;

/** Says of a name whether the account that decrypts service tickets is the one that they are made for. What cannot be told is unknown. */
final class NameJudge {

    private final Directory directory;
    private final Computer computer;
    private final Opener opener;
    private final String stranger;

    /** @param stranger the account of the pool where the directory does not have it; else empty */
    NameJudge(Directory directory, Computer computer, Opener opener, String stranger) {
        this.directory = directory;
        this.computer = computer;
        this.opener = opener;
        this.stranger = stranger;
    }

    TicketName judge(ClientNames.Name name) {
        Holders found = directory.holders(name.spn());
        List<Holder> holders = found.accounts().stream()
                .map(account -> new Holder(opener.is(account) ? opener.name() : directory.shown(account), account))
                .toList();
        Said said =
                found.isDisputed() ? disputed(name, holders, found.through()) : said(name, holders, found.through());
        return new TicketName(
                name.host(), name.spn(), holders, found.through(), isServers(name), said.verdict, said.reason);
    }

    /** A port makes it another name. */
    private boolean isServers(ClientNames.Name name) {
        String host = name.spn().substring(name.spn().indexOf('/') + 1);
        return host.indexOf(':') < 0 && computer.isHost(host);
    }

    private record Said(TicketVerdict verdict, String reason) {}

    private static Said disputed(ClientNames.Name name, List<Holder> holders, Through through) {
        return new Said(
                TicketVerdict.UNKNOWN,
                held(name, holders, through)
                        + " in one of the sources, and another one contradicts that: give the newest one only");
    }

    private Said said(ClientNames.Name name, List<Holder> holders, Through through) {
        if (holders.isEmpty()) {
            return unheld(name);
        }
        String held = held(name, holders, through);
        if (holders.size() > 1 && (through == Through.HTTP || isExactKnown(name))) {
            return new Said(TicketVerdict.DUPLICATE, held + ": no ticket can be made for it");
        }
        Account holder = holders.get(0).account();
        boolean isOpener = holders.size() == 1 && opener.is(holder);
        String fits = held + (isOpener ? ", which decrypts" : ", and " + opener.name() + " decrypts")
                + " the service tickets";
        if (!isExactKnown(name) && !(through == Through.HTTP && directory.areDuplicatesKnown())) {
            return new Said(
                    TicketVerdict.UNKNOWN,
                    fits + ", but whether another account holds it too is not known: " + lacking());
        } else if (through == Through.HOST && !stranger.isEmpty() && !directory.isAnswered(name.spn())) {
            return new Said(
                    TicketVerdict.UNKNOWN,
                    fits + ", but " + stranger + ", as which the pool runs, is not in the directory given and may hold"
                            + " exactly that name");
        } else if (mayBeOpener(holder)) {
            return new Said(TicketVerdict.UNKNOWN, fits + ": " + alike(holder));
        }
        return new Said(isOpener ? TicketVerdict.WORKS : TicketVerdict.WRONG_ACCOUNT, fits);
    }

    private String alike(Account account) {
        String lost = opener.name().indexOf('@') < 0 ? "sAMAccountName" : "userPrincipalName";
        return "whether these are one account is not known"
                + (directory.isNameKnown(account, opener.name()) ? "" : " without its " + lost);
    }

    private static String held(ClientNames.Name name, List<Holder> holders, Through through) {
        String all = String.join(" and ", holders.stream().map(Holder::name).toList());
        String by =
                through == Through.HTTP ? "" : holders.size() == 1 ? " through its HOST names" : " through HOST names";
        return name.spn() + " is on " + all + by;
    }

    /** Whether all who hold exactly the name are known: by an answer to that question, or by all accounts being there. */
    private boolean isExactKnown(ClientNames.Name name) {
        return directory.isAnswered(name.spn()) || !isServerAbsent() && directory.isExactKnown(name.spn());
    }

    /** Whether the server's own account, which must be somewhere, is not in the directory given, so that others may be missing too. */
    private boolean isServerAbsent() {
        return computer.isKnown() && directory.account(computer.account()).isEmpty();
    }

    /**
     * Whether it may be the account that decrypts service tickets, of which the directory does not tell which it is. A computer lies
     * under its own name.
     */
    private boolean mayBeOpener(Account account) {
        String name = opener.name().substring(opener.name().indexOf('\\') + 1);
        boolean isMachine =
                opener.name().equalsIgnoreCase(computer.account()) || account.kind() == AccountKind.COMPUTER;
        return opener.account().isEmpty()
                && !opener.isLocal()
                && (isAlike(account.name(), name) || !isMachine && !directory.isNameKnown(account, opener.name()));
    }

    /** Exports have a question mark, which no name has, for a letter that they could not write. */
    private static boolean isAlike(String exported, String name) {
        boolean isAlike = exported.length() == name.length();
        for (int i = 0; isAlike && i < name.length(); i++) {
            boolean isGone = exported.charAt(i) == '?' || exported.charAt(i) == '\uFFFD';
            isAlike = isGone || exported.regionMatches(true, i, name, i, 1);
        }
        return isAlike;
    }

    private Said unheld(ClientNames.Name name) {
        Account account = opener.account().orElse(null);
        boolean isAllKnown = isExactKnown(name) && directory.isMappedKnown(name.spn());
        if (opener.isLocal()) {
            return new Said(
                    isAllKnown ? TicketVerdict.MISSING : TicketVerdict.UNKNOWN,
                    opener.name() + " is an account of the machine: no name can be registered on it");
        } else if (account == null) {
            return new Said(TicketVerdict.UNKNOWN, opener.name() + " is not in the directory given");
        } else if (isAllKnown && !stranger.isEmpty()) {
            return new Said(
                    TicketVerdict.UNKNOWN,
                    "no account of the directory given holds " + name.spn() + ", but " + stranger
                            + ", as which the pool runs, is not in it and may");
        } else if (isAllKnown) {
            return new Said(
                    TicketVerdict.MISSING, "no account holds " + name.spn() + ", so that clients fall back to NTLM");
        }
        return directory.areNamesKnown(account) ? notOn(name, account) : lost(name);
    }

    private Said lost(ClientNames.Name name) {
        return new Said(
                TicketVerdict.UNKNOWN,
                "the export has lost the names of " + opener.name() + ", so that who holds " + name.spn()
                        + " is not known");
    }

    /** A computer writes HOST names for what it is called itself. */
    private Said notOn(ClientNames.Name name, Account account) {
        String not = opener.name() + ", which decrypts the service tickets, does not hold " + name.spn();
        boolean isMachines = account.kind() == AccountKind.COMPUTER;
        if (!isMachines && computer.isHost(name.host())) {
            return new Said(
                    TicketVerdict.WRONG_ACCOUNT,
                    not + ", and the name is the server's own, which " + computer.account()
                            + " holds through its HOST names");
        }
        return new Said(TicketVerdict.UNKNOWN, not + ", and whether another account does is not known: " + lacking());
    }

    private String lacking() {
        if (directory.isMissing()) {
            return "objects were taken out of the directory given, which says that it has more";
        } else if (!directory.hasUsers() && !directory.hasComputers()) {
            return "the directory given has the names of single accounts only";
        } else if (!directory.hasComputers()) {
            return "the directory given has no computer accounts";
        } else if (!directory.hasUsers()) {
            return "the directory given has no users";
        } else if (isServerAbsent()) {
            return "the directory given does not even have " + computer.account();
        }
        return "the directory given has only accounts with an HTTP name";
    }
}
