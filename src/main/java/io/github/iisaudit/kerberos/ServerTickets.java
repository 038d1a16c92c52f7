package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kerberos works at the applications of a server, and at those folders of theirs that ask for a Windows logon where the
 * application does not.
 *
 * @param applications in the order of the paths
 * @param unreadable what of the configuration could not be read
 */
public record ServerTickets(
        String name, String root, List<ApplicationTickets> applications, List<Coverage.Unreadable> unreadable) {

    /** Those of a server. */
    public static ServerTickets of(ServerConfiguration server, TicketJudge judge) {
        Map<String, Application> known = new HashMap<>();
        Application.of(server).forEach(each -> known.put(key(each.path()), each));
        List<ApplicationTickets> found = new ArrayList<>();
        Map<Application, Boolean> answered = new HashMap<>();
        server.forEachScope(scope -> {
            Application application = nearest(known, scope.path());
            if (application == null) {
                return;
            }
            boolean isRoot = scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.APPLICATION;
            boolean isOpen = !answered.getOrDefault(application, false);
            if (isRoot || isOpen && offersKerberos(scope)) {
                ApplicationTickets tickets = judge.judge(scope, application);
                answered.put(application, tickets.isInUse());
                found.add(tickets);
            }
        });
        return new ServerTickets(
                server.name(), server.root(), found, server.coverage().unreadable());
    }

    private static boolean offersKerberos(Scope scope) {
        return WindowsAuthentication.of(scope)
                .map(WindowsAuthentication::offersKerberos)
                .orElse(false);
    }

    private static @Nullable Application nearest(Map<String, Application> known, String path) {
        String key = key(path);
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            Application found = known.get(key.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
