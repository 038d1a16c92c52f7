package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Application.Binding;
import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.source.Computer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that clients reach an application under: those of its bindings, else the server's own and aliases of these.
 *
 * @param names the service principal names that are asked for, by host
 * @param isComplete whether each binding has one
 */
record ClientNames(List<Name> names, boolean isComplete) {

    private static final Set<String> USUAL_PORTS = Set.of("80", "443", "");

    /** One of them. */
    record Name(String host, String spn) {}

    static ClientNames of(Application application, Computer computer, Directory directory, Aliases aliases) {
        Map<String, Set<String>> ports = new LinkedHashMap<>();
        boolean isComplete = true;
        for (Binding binding : application.bindings()) {
            if (binding.isHttp() && binding.isSingle()) {
                add(ports, binding.hostName(), binding.port());
            } else if (binding.isHttp()) {
                isComplete = false;
            }
        }
        if (!isComplete) {
            List<String> own = own(computer, directory);
            own.forEach(name -> add(ports, name, ""));
            aliases.of(own).forEach(name -> add(ports, name, ""));
        }
        List<Name> names = new ArrayList<>();
        ports.forEach((host, used) -> names.addAll(names(host, used, directory, aliases)));
        return new ClientNames(names, isComplete);
    }

    private static void add(Map<String, Set<String>> ports, String host, String port) {
        ports.computeIfAbsent(host.toLowerCase(Locale.ROOT), k -> new TreeSet<>())
                .add(port);
    }

    /** What the computer is called: alone, and with the domain behind it where the directory has it. */
    private static List<String> own(Computer computer, Directory directory) {
        if (!computer.isKnown()) {
            return List.of();
        }
        List<String> own = new ArrayList<>();
        own.add(computer.name().toLowerCase(Locale.ROOT));
        Optional<Account> account = directory.account(computer.account());
        account.map(Account::hostName)
                .filter(name -> !name.isEmpty())
                .or(() -> account.map(Account::domain)
                        .filter(domain -> !domain.isEmpty())
                        .map(domain -> computer.name() + "." + domain))
                .ifPresent(name -> own.add(name.toLowerCase(Locale.ROOT)));
        return own;
    }

    /** Clients leave the port out unless they are told otherwise; that somebody registered it shows that some are. */
    private static List<Name> names(String host, Set<String> ports, Directory directory, Aliases aliases) {
        List<Name> names = new ArrayList<>();
        String spn = "HTTP/" + aliases.target(host);
        for (String port : ports) {
            String withPort = spn + ":" + port;
            boolean isAsked =
                    !USUAL_PORTS.contains(port) && directory.holders(withPort).through() == Directory.Through.HTTP;
            if (isAsked) {
                names.add(new Name(host, withPort));
            }
        }
        names.add(new Name(host, spn));
        return names;
    }
}
