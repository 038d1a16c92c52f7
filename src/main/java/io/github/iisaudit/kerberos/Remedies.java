package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Directory.Through;
import io.github.iisaudit.directory.Encryption;
import io.github.iisaudit.kerberos.TicketName.Holder;
import io.github.iisaudit.xml.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The commands that mend what does not fit, quoted for the shell that each is for: setspn and appcmd for the command prompt, the
 * others for PowerShell. One with a name in it that no shell can take is left out.
 */
final class Remedies {

    private final Scope scope;
    private final Opener opener;
    private final Set<String> commands = new LinkedHashSet<>();

    Remedies(Scope scope, Opener opener) {
        this.scope = scope;
        this.opener = opener;
    }

    List<String> of(List<TicketName> names) {
        opener.account().ifPresent(this::mend);
        for (TicketName name : names) {
            if (name.isKeptFrom(opener)) {
                free(name);
            } else if (name.verdict() == TicketVerdict.MISSING
                    && opener.account().isPresent()) {
                register(name);
            } else if (name.verdict() == TicketVerdict.DUPLICATE) {
                unregister(name);
            } else if (name.verdict() == TicketVerdict.WRONG_ACCOUNT) {
                move(name);
            }
        }
        return new ArrayList<>(commands);
    }

    private void mend(Account account) {
        String name = Quoting.POWERSHELL.word(account.name()).orElse("");
        if (name.isEmpty()) {
            return;
        }
        if (opener.isDisabled()) {
            commands.add("Enable-ADAccount -Identity " + name);
        }
        Encryption.Verdict encryption = opener.encryption().verdict();
        if (encryption == Encryption.Verdict.DES_ONLY) {
            commands.add("Set-ADAccountControl -Identity " + name + " -UseDESKeyOnly $false");
        }
        if (encryption == Encryption.Verdict.DES_ONLY || encryption == Encryption.Verdict.RC4_ONLY) {
            commands.add(cmdlet(account.kind()) + " -Identity " + name + " -KerberosEncryptionType AES128,AES256");
        }
    }

    private static String cmdlet(AccountKind kind) {
        return switch (kind) {
            case COMPUTER -> "Set-ADComputer";
            case GMSA -> "Set-ADServiceAccount";
            default -> "Set-ADUser";
        };
    }

    private void register(TicketName name) {
        setspn("-S", name.spn(), opener.name());
    }

    private void unregister(TicketName name) {
        boolean isAmong = name.holders().stream().anyMatch(holder -> opener.is(holder.account()));
        for (Holder holder : name.holders()) {
            if (!opener.is(holder.account())) {
                setspn("-D", held(name), holder.name());
            }
        }
        if (!isAmong && opener.account().isPresent()) {
            register(name);
        }
    }

    /** Takes the name of the server from all others. */
    private void free(TicketName name) {
        String server = scope.computer().name() + "$";
        name.holders().stream()
                .filter(holder -> !holder.account().name().equalsIgnoreCase(server))
                .filter(holder -> name.isServers())
                .forEach(holder -> setspn("-D", held(name), holder.name()));
    }

    /** The name that the holders have. */
    private static String held(TicketName name) {
        return name.through() == Through.HOST ? "HOST/" + name.spn().substring(5) : name.spn();
    }

    /** Where the pool's account holds it, the least is to let it decrypt service tickets; HOST names stay where they are. */
    private void move(TicketName name) {
        if (name.holders().size() == 1 && isPools(name.holders().get(0))) {
            Quoting.APPCMD
                    .word(scope.path())
                    .ifPresent(path -> commands.add("%windir%\\system32\\inetsrv\\appcmd.exe set config " + path
                            + " -section:" + WindowsAuthentication.SECTION
                            + " /useAppPoolCredentials:\"True\" /commit:apphost"));
            return;
        }
        if (name.through() == Through.HTTP) {
            name.holders().forEach(holder -> setspn("-D", name.spn(), holder.name()));
        }
        if (opener.account().isPresent()) {
            register(name);
        }
    }

    private boolean isPools(Holder holder) {
        String user = scope.pool()
                .filter(ApplicationPool::isSpecificUser)
                .map(ApplicationPool::userName)
                .orElse("");
        String name = user.substring(user.indexOf('\\') + 1);
        boolean isInKernel = WindowsAuthentication.of(scope)
                .map(w -> w.isInKernel() && !w.poolCredentials())
                .orElse(false);
        return isInKernel && holder.account().name().equalsIgnoreCase(name);
    }

    private void setspn(String option, String spn, String account) {
        String first = word(spn);
        String second = word(account);
        if (!first.isEmpty() && !second.isEmpty()) {
            commands.add("setspn " + option + " " + first + " " + second);
        }
    }

    /** As it is where every shell of Windows takes it so. */
    private static String word(String text) {
        boolean isPlain = !text.startsWith("-")
                && text.chars().allMatch(c -> c < 0x7F && Character.isLetterOrDigit(c) || "._-/\\$:".indexOf(c) >= 0);
        return isPlain ? text : Quoting.APPCMD.word(text).orElse("");
    }
}
