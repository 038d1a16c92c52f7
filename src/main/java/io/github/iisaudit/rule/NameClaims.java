package io.github.iisaudit.rule;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Application.Binding;
import io.github.iisaudit.config.ConfigPath;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.xml.Anchor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The host names under which one server decrypts service tickets, each with the accounts that do; gathered while its paths are visited.
 * Names with a wildcard, those that every machine has and accounts on which no SPN can be are left out. Not thread-safe.
 */
public final class NameClaims {

    private static final Set<String> OF_EVERY_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** What the keys of accounts begin with that a directory has. */
    static final String FOUND = "=";

    /** The owner of a name that no account holds. */
    static final String NOBODY = "nobody";

    private final ServerConfiguration server;
    private final Map<String, Holder> accounts = new LinkedHashMap<>();

    /** Who holds the names, by host, as far as a directory tells. */
    private final Map<String, String> owners = new HashMap<>();

    /** @param server whose paths are to be visited */
    public NameClaims(ServerConfiguration server) {
        this.server = server;
    }

    /**
     * That a site claims a host name.
     *
     * @param host in lower case
     * @param accounts how they are shown, by what two spellings of one have in common; with the paths at which they decrypt service tickets
     * @param owner who holds the name by a directory, several with commas, or {@link #NOBODY}; empty where none tells
     * @param place the binding
     * @param suppression the comment that suppresses a finding there, or null
     */
    record Claim(
            String server,
            String root,
            String host,
            Map<String, Opener> accounts,
            String owner,
            Finding.Place place,
            String anchor,
            Finding.@Nullable Suppression suppression)
            implements Serializable {

        List<String> paths() {
            List<String> all = new ArrayList<>();
            accounts.values().forEach(opener -> all.addAll(opener.paths));
            return all;
        }
    }

    /** Who decrypts service tickets, and at which paths. */
    record Opener(String account, boolean isComputer, List<String> paths) implements Serializable {}

    /**
     * Who decrypts the service ticket at a path. Holds no part of a file.
     *
     * @param isOfApplication whether an application or site begins there
     * @param account null where nobody does to whom an SPN could belong; as a directory calls it that has it
     * @param isFound whether one has
     * @param owners who holds names that clients use, by host, as far as it tells
     */
    public record Holder(
            String path,
            boolean isOfApplication,
            @Nullable TicketAccount account,
            boolean isFound,
            Map<String, String> owners) {

        /** The one of a scope. */
        public static Holder of(Scope scope) {
            TicketAccount account = NameClaims.account(scope);
            Element told = account == null ? null : scope.testimony();
            boolean isFound = told != null && told.attributeValue("found", "").equals("true");
            return new Holder(
                    scope.path(),
                    NameClaims.isOfApplication(scope),
                    account != null && told != null && isFound
                            ? new TicketAccount(told.attributeValue("opener", ""), account.isComputer())
                            : account,
                    isFound,
                    told == null ? Map.of() : owners(told));
        }

        /** What stands for a port comes before what clients ask for that leave it out. */
        private static Map<String, String> owners(Element told) {
            Map<String, String> owners = new HashMap<>();
            for (Element name : told.elements("name")) {
                String holders = name.attributeValue("holders", "");
                boolean isTold = !name.attributeValue("verdict", "").equals("unknown");
                owners.put(name.attributeValue("host", ""), isTold ? holders.isEmpty() ? NOBODY : holders : "");
            }
            owners.values().removeIf(String::isEmpty);
            return owners;
        }
    }

    /** Takes note of who decrypts the service ticket at a path; what is as in the folder above it adds nothing. */
    public void visit(Scope scope) {
        visit(Holder.of(scope));
    }

    /** The same of somebody who is known. */
    public void visit(Holder holder) {
        if (holder.account != null) {
            owners.putAll(holder.owners);
            add(holder);
        }
    }

    private static @Nullable TicketAccount account(Scope scope) {
        TicketAccount account = TicketAccount.of(scope).orElse(null);
        return account == null || account.isLocal(scope.computer()) ? null : account;
    }

    private static boolean isOfApplication(Scope scope) {
        return scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.APPLICATION;
    }

    private void add(Holder holder) {
        Holder above = holder.isOfApplication ? null : nearest(accounts, holder.path);
        if (above == null || !Objects.equals(above.account, holder.account)) {
            accounts.put(holder.path, holder);
        }
    }

    /** The claims of the server, once all its paths were visited and its files checked. */
    List<Claim> all(Checker checker) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Map<String, Application> applications = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Application.of(server).forEach(it -> applications.put(it.path(), it));
        Map<String, Claim> claims = new LinkedHashMap<>();
        accounts.forEach((path, holder) -> {
            TicketAccount account = Objects.requireNonNull(holder.account);
            Application application = nearest(applications, path);
            List<Binding> bindings = application == null ? List.of() : application.bindings();
            for (Binding binding : bindings) {
                if (isClaim(binding)) {
                    claims.computeIfAbsent(ConfigPath.site(path) + "/" + host(binding), key -> claim(binding, checker))
                            .accounts
                            .computeIfAbsent(
                                    key(account, holder.isFound),
                                    key -> new Opener(account.name(), account.isComputer(), new ArrayList<>()))
                            .paths
                            .add(path);
                }
            }
        });
        return List.copyOf(claims.values());
    }

    private static <T> @Nullable T nearest(Map<String, T> known, String path) {
        String at = path;
        while (!known.containsKey(at) && at.indexOf('/') > 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return known.get(at);
    }

    private static boolean isClaim(Binding binding) {
        return binding.isHttp() && binding.isSingle() && !OF_EVERY_MACHINE.contains(host(binding));
    }

    private static String host(Binding binding) {
        return binding.hostName().toLowerCase(Locale.ROOT);
    }

    private Claim claim(Binding binding, Checker checker) {
        return new Claim(
                server.name(),
                server.root(),
                host(binding),
                new TreeMap<>(),
                owners.getOrDefault(host(binding), ""),
                Finding.Place.of(binding.written().nameSpan(), ""),
                Anchor.of(binding.written()),
                checker.suppression(SharedNames.RULE, binding.written().nameSpan())
                        .orElse(null));
    }

    /**
     * What {@code CONTOSO\svc}, {@code svc@contoso.com} and {@code contoso.com\SVC} have in common; empty for a computer whose name
     * is not known. What a directory has is one account by all of its name.
     */
    private static String key(TicketAccount account, boolean isFound) {
        String name = account.name().toLowerCase(Locale.ROOT);
        if (isFound) {
            return FOUND + name;
        }
        if (account.isComputer() && !name.endsWith("$")) {
            return "";
        }
        int at = name.indexOf('@');
        return at < 0 ? name.substring(name.indexOf('\\') + 1) : name.substring(0, at);
    }
}
