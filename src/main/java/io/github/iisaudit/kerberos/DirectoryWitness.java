package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.Witness;
import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.Directory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a directory has for paths, as rules see it: the element {@code kerberos}. Nothing where Kerberos is not in use. Safe for use by
 * several threads.
 */
public final class DirectoryWitness implements Witness {

    private final Directory directory;
    private final TicketJudge judge;

    /** Most paths of an application have what the one before them has. */
    private final ThreadLocal<Testimony> last = new ThreadLocal<>();

    private record Testimony(
            Application application,
            Optional<WindowsAuthentication> windows,
            @Nullable EffectiveElement told) {}

    public DirectoryWitness(Directory directory, TicketJudge judge) {
        this.directory = directory;
        this.judge = judge;
    }

    @Override
    public @Nullable EffectiveElement tell(Scope scope, Application application) {
        Optional<WindowsAuthentication> windows = WindowsAuthentication.of(scope);
        Testimony known = last.get();
        if (known == null
                || known.application() != application
                || !known.windows().equals(windows)) {
            known = new Testimony(application, windows, told(scope, application));
            last.set(known);
        }
        return known.told();
    }

    private @Nullable EffectiveElement told(Scope scope, Application application) {
        ApplicationTickets tickets = judge.judge(scope, application);
        Opener opener = tickets.opener().orElse(null);
        if (!tickets.isInUse() || opener == null) {
            return null;
        }
        EffectiveElement element = new EffectiveElement("kerberos", null);
        add(element, "verdict", tickets.verdict().id());
        add(element, "opener", opener.name());
        add(element, "found", String.valueOf(opener.account().isPresent()));
        add(element, "kind", opener.account().map(a -> a.kind().id()).orElse(""));
        add(element, "disabled", String.valueOf(opener.isDisabled()));
        add(element, "encryption", opener.encryption().verdict().id());
        add(element, "encryption-types", String.join(", ", opener.encryption().types()));
        add(element, "password-set", passwordSet(opener));
        add(element, "delegation", opener.delegation().kind().id());
        add(element, "delegation-to", String.join(", ", opener.delegation().to()));
        other(scope).ifPresent(account -> other(element, account));
        tickets.names().forEach(name -> element.add(name(name)));
        return element;
    }

    private static String passwordSet(Opener opener) {
        return opener.account()
                .flatMap(Account::passwordSet)
                .map(day -> day.toString().replace("-", ""))
                .orElse("");
    }

    /** The account that would decrypt service tickets with the other value of useKernelMode or useAppPoolCredentials. */
    private Optional<Account> other(Scope scope) {
        ApplicationPool pool = scope.pool().orElse(null);
        boolean isComputers =
                TicketAccount.of(scope).map(TicketAccount::isComputer).orElse(true);
        if (pool == null || !pool.isSpecificUser()) {
            return Optional.empty();
        }
        return isComputers
                ? directory.account(pool.userName())
                : directory.account(scope.computer().account());
    }

    private void other(EffectiveElement element, Account account) {
        add(element, "other", directory.shown(account));
        add(element, "other-delegation", directory.delegation(account).kind().id());
    }

    private static EffectiveElement name(TicketName name) {
        EffectiveElement element = new EffectiveElement("name", null);
        add(element, "host", name.host());
        add(element, "spn", name.spn());
        List<String> holders = name.holderNames();
        add(element, "holders", String.join(", ", holders));
        add(element, "through", name.through().name());
        add(element, "verdict", name.verdict().id());
        return element;
    }

    private static void add(EffectiveElement element, String name, String value) {
        element.add(new EffectiveAttribute(name, value, null));
    }
}
