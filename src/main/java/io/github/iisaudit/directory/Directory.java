package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The accounts of one or more domains, and what is known of those that are not there. Accounts and names are found ignoring case.
 * Not changed once it is made; safe for use by several threads.
 */
public final class Directory {

    /** Through which name an account holds another one. */
    public enum Through {
        HTTP,
        HOST,
        NONE
    }

    /**
     * Who holds a name; several hold none that a ticket can be made for.
     *
     * @param isDisputed whether the sources contradict each other about that
     */
    public record Holders(Through through, List<Account> accounts, boolean isDisputed) {}

    private static final int REMEMBERED = 4096;

    private record Known(Optional<Account> account, int namesakes) {}

    private final Registry registry;
    private final Rights rights;
    private final NavigableSet<String> domains;

    /** Each application of a pool asks for its user. */
    private final Map<String, Known> typedBefore = new ConcurrentHashMap<>();

    /** What domains are called in accounts. */
    private final Set<String> shortNames = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Directory(Registry registry) {
        this.registry = registry;
        registry.byName.candidates("");
        registry.bySpn.candidates("");
        registry.groups.candidates("");
        registry.bySid.candidates("");
        this.rights = new Rights(registry, this::shown);
        this.domains = new TreeSet<>(registry.domains);
        this.shortNames.addAll(registry.netbiosNames.values());
    }

    /** What each source had, in the order in which they were given. */
    public List<SourceSummary> sources() {
        return registry.sources.stream().map(SourceIntake::summary).toList();
    }

    /** The domains of the accounts, {@code contoso.test}. */
    public Set<String> domains() {
        return new TreeSet<>(domains);
    }

    /**
     * The account of a name as it stands in configuration: {@code CONTOSO\svc-hr}, {@code svc-hr@contoso.test}, {@code WEB01$}. Empty
     * where there is none, or where several domains have one and nothing tells which is meant. Where a source does not say what an
     * account is, as the text of setspn, it may be that of a machine.
     */
    public Optional<Account> account(String typed) {
        return known(typed).account();
    }

    /** How many accounts have to be looked at for it, as they are called the same. */
    public int namesakes(String typed) {
        return known(typed).namesakes();
    }

    private Known known(String typed) {
        Known known = typedBefore.get(typed);
        if (known == null) {
            known = find(typed);
            if (typedBefore.size() >= REMEMBERED) {
                typedBefore.clear();
            }
            typedBefore.put(typed, known);
        }
        return known;
    }

    private Known find(String typed) {
        int backslash = typed.indexOf('\\');
        int at = typed.lastIndexOf('@');
        String domain = backslash > 0 ? typed.substring(0, backslash) : at > 0 ? typed.substring(at + 1) : "";
        String name = backslash >= 0 ? typed.substring(backslash + 1) : at > 0 ? typed.substring(0, at) : typed;
        List<Account> called = called(name);
        List<Account> named = new ArrayList<>(called);
        named.removeIf(account -> !isIn(account, domain));
        if (at > 0 && backslash < 0) {
            List<Account> exact = byName(typed, account -> account.upn().equalsIgnoreCase(typed));
            named = exact.isEmpty() ? named : exact;
        } else if (named.isEmpty() && name.endsWith("$")) {
            named = called(name.substring(0, name.length() - 1));
            named.removeIf(account -> account.kind() != AccountKind.UNKNOWN || !isIn(account, domain));
        }
        return new Known(named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty(), called.size());
    }

    private List<Account> called(String name) {
        return byName(name, account -> account.name().equalsIgnoreCase(name));
    }

    private List<Account> byName(String key, Predicate<Account> wanted) {
        return registry.accounts(registry.byName, key, wanted);
    }

    /** Whether an account is of a domain by any of its names; of a directory of one domain whose short name nobody knows, it is. */
    private boolean isIn(Account account, String domain) {
        String own = account.domain();
        if (domain.isEmpty() || own.isEmpty() || own.equalsIgnoreCase(domain)) {
            return true;
        }
        if (domain.indexOf('.') >= 0) {
            return false;
        }
        String netbios = registry.netbiosNames.get(own);
        if (netbios != null) {
            return netbios.equalsIgnoreCase(domain);
        }
        if (shortNames.contains(domain)) {
            return false;
        }
        boolean isLabel = List.of(own.split("\\.")).contains(domain.toLowerCase(Locale.ROOT));
        return isLabel ? isBest(own, domain) : domains.size() == 1;
    }

    /** Of {@code contoso.test} and {@code eu.contoso.test} the first is meant by CONTOSO. */
    private boolean isBest(String own, String domain) {
        String start = domain.toLowerCase(Locale.ROOT) + ".";
        String first = domains.ceiling(start);
        return own.startsWith(start) || first == null || !first.startsWith(start);
    }

    /** Who holds the name that clients ask a ticket for: those with exactly that, else those with a name that stands for it. */
    public Holders holders(String spn) {
        List<Account> exact = holding(spn, account -> true);
        if (!exact.isEmpty()) {
            return new Holders(Through.HTTP, exact, isDisputed(exact, spn));
        }
        String host = spn.substring(spn.indexOf('/') + 1);
        Set<Account> mapped = new LinkedHashSet<>();
        boolean isDisputed = false;
        for (String type : registry.standIns.all()) {
            String standIn = type + "/" + host;
            List<Account> holding = holding(standIn, account -> account.kind().hasMappedNames());
            isDisputed |= isDisputed(holding, standIn);
            mapped.addAll(holding);
        }
        return new Holders(mapped.isEmpty() ? Through.NONE : Through.HOST, List.copyOf(mapped), isDisputed);
    }

    /** Two that surely hold it are two, whether others do or not. */
    private static boolean isDisputed(List<Account> holding, String spn) {
        long disputed =
                holding.stream().filter(account -> account.isDisputed(spn)).count();
        return disputed > 0 && holding.size() - disputed < 2;
    }

    private List<Account> holding(String spn, Predicate<Account> wanted) {
        List<Account> found =
                registry.accounts(registry.bySpn, spn, account -> account.holds(spn) && wanted.test(account));
        found.sort((a, b) -> shown(a).compareToIgnoreCase(shown(b)));
        return found;
    }

    /** Whether all who hold exactly this name are known, as far as the sources have what they seem to have. */
    public boolean isExactKnown(String spn) {
        return hasUsers() && hasComputers() || isAnswered(spn);
    }

    /** Whether somebody asked who holds exactly this name, and the answer is there. */
    public boolean isAnswered(String spn) {
        return registry.sources.stream().anyMatch(s -> s.tellsAllOf(spn));
    }

    /** Whether all whose names stand for this one are known. */
    public boolean isMappedKnown(String spn) {
        String host = spn.substring(spn.indexOf('/'));
        boolean hasAll = hasUsers() && registry.sources.stream().anyMatch(SourceIntake::tellsOfHostNames);
        return registry.standIns.all().stream().map(type -> type + host).allMatch(name -> {
            boolean isClear = holding(name, account -> account.kind() == AccountKind.UNKNOWN)
                    .isEmpty();
            return isClear && (hasAll || isAnswered(name));
        });
    }

    /** Whether all names are known that several accounts hold. */
    public boolean areDuplicatesKnown() {
        return registry.sources.stream().anyMatch(SourceIntake::tellsOfDuplicates);
    }

    /** Whether a source lacks objects that it says to have. */
    public boolean isMissing() {
        return registry.sources.stream().anyMatch(SourceIntake::isMissing);
    }

    /** Whether there are users with their names. */
    public boolean hasUsers() {
        return registry.sources.stream().anyMatch(SourceIntake::tellsOfUsers);
    }

    /** Whether there are computers with their names. */
    public boolean hasComputers() {
        return registry.sources.stream().anyMatch(SourceIntake::tellsOfComputers);
    }

    /** What tickets for an account are encrypted with. */
    public Encryption encryption(Account account) {
        if (account.isDisputed(Attribute.ENCRYPTION)) {
            return Encryption.UNSEEN;
        }
        boolean isDesOnly = account.isFlagged(Account.DES_ONLY);
        boolean isKnown = account.encryption().isPresent()
                || isDesOnly
                || registry.tells(account, SourceIntake::tellsOfEncryption);
        return isKnown ? Encryption.of(account.encryption().orElse(0), isDesOnly) : Encryption.UNSEEN;
    }

    /** Whether an account may act as others. */
    public Delegation delegation(Account account) {
        return rights.delegation(account);
    }

    /**
     * Whether it is known what an account signs in with, which may be another name than the one that it lies under.
     *
     * @param typed in configuration: {@code CONTOSO\svc-hr}, or one of the other kind, {@code svc-hr@contoso.test}
     */
    public boolean isNameKnown(Account account, String typed) {
        boolean isPrincipal = typed.indexOf('@') >= 0;
        return registry.tells(
                account, isPrincipal ? SourceIntake::tellsOfPrincipalNames : SourceIntake::tellsOfAccountNames);
    }

    /** Whether all names of an account are known. */
    public boolean areNamesKnown(Account account) {
        return account.isSpnWhole() && registry.tells(account, SourceIntake::tellsOfNames);
    }

    /** An account as people write it: {@code CONTOSO\svc-hr}. */
    public String shown(Account account) {
        return shown(account.domain() + "\\" + account.name());
    }

    private String shown(String account) {
        int backslash = account.indexOf('\\');
        String domain = account.substring(0, backslash);
        if (domain.isEmpty()) {
            return account.substring(1);
        }
        String label = domain.substring(0, (domain + ".").indexOf('.')).toUpperCase(Locale.ROOT);
        return registry.netbiosNames.getOrDefault(domain, label) + account.substring(backslash);
    }
}
