package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.Directory.Holders;
import io.github.iisaudit.directory.Directory.Through;
import io.github.iisaudit.kerberos.TicketName.Holder;
import io.github.iisaudit.source.Computer;
import java.util.List;

/** Says of a name whether the account that opens tickets is the one that they are made for. What cannot be told is unknown. */
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
                .map(account -> new Holder(directory.shown(account), account))
                .toList();
        Said said = said(name, holders, found.through());
        return new TicketName(name.host(), name.spn(), holders, found.through(), said.verdict, said.reason);
    }

    private record Said(TicketVerdict verdict, String reason) {}

    private Said said(ClientNames.Name name, List<Holder> holders, Through through) {
        if (holders.size() > 1) {
            String all = String.join(" and ", holders.stream().map(Holder::name).toList());
            return new Said(TicketVerdict.DUPLICATE, name.spn() + " is on " + all + ": no ticket can be made for it");
        }
        return holders.isEmpty() ? unheld(name) : held(name, holders.get(0), through);
    }

    private Said held(ClientNames.Name name, Holder holder, Through through) {
        String held =
                name.spn() + " is on " + holder.name() + (through == Through.HOST ? " through its HOST names" : "");
        if (through == Through.HOST && mayHoldItself(name, holder.account())) {
            return new Said(
                    TicketVerdict.UNKNOWN,
                    held + ", but whether " + opener.name()
                            + ", which decrypts the service tickets, holds exactly that is not known: " + lacking());
        }
        if (!opener.is(holder.account()) && !isNamedAlike(holder.account())) {
            return new Said(
                    TicketVerdict.WRONG_ACCOUNT, held + ", and " + opener.name() + " decrypts the service tickets");
        }
        boolean isExactKnown = directory.isUniqueKnown(name.spn());
        if (isExactKnown && (through != Through.HOST || directory.isExactKnown(name.spn()))) {
            return new Said(TicketVerdict.WORKS, held + ", which decrypts the service tickets");
        }
        return new Said(
                TicketVerdict.UNKNOWN,
                held + ", which decrypts the service tickets, but whether another account holds it too is not known: "
                        + lacking());
    }

    /** Whether the account that opens tickets may hold exactly the name, which comes before another's HOST name. */
    private boolean mayHoldItself(ClientNames.Name name, Account holder) {
        boolean areItsNamesKnown = opener.isLocal()
                || opener.account().map(directory::areNamesKnown).orElse(false);
        return !opener.is(holder) && !areItsNamesKnown && !directory.isExactKnown(name.spn());
    }

    /** Whether it may be the account that opens tickets, though the directory does not tell. */
    private boolean isNamedAlike(Account account) {
        String name = opener.name().substring(opener.name().indexOf('\\') + 1);
        return opener.account().isEmpty() && !opener.isLocal() && account.name().equalsIgnoreCase(name);
    }

    private Said unheld(ClientNames.Name name) {
        Account account = opener.account().orElse(null);
        boolean isAllKnown = directory.isExactKnown(name.spn()) && directory.isMappedKnown(name.spn());
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
        if (!directory.hasUsers() && !directory.hasComputers()) {
            return "the directory given has the names of single accounts only";
        } else if (!directory.hasComputers()) {
            return "the directory given has no computer accounts";
        } else if (!directory.hasUsers()) {
            return "the directory given has no users";
        }
        return "the directory given has only accounts with an HTTP name";
    }
}
