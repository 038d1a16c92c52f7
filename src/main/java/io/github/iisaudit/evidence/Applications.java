package io.github.iisaudit.evidence;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.Site;
import io.github.iisaudit.evidence.Place.KernelMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The applications of servers, with what the fault needs at each of their paths. */
public final class Applications {

    private static final String SECTION = "system.webServer/security/authentication/windowsAuthentication";

    private final List<SitePlaces> sites = new ArrayList<>();
    private final List<ApplicationEvidence> applications = new ArrayList<>();

    /** Adds those of a server, which is not needed afterwards. */
    public void add(ServerConfiguration server) {
        Map<String, SitePlaces> byName = new HashMap<>();
        for (Site site : Site.of(server)) {
            SitePlaces places = new SitePlaces(server.name(), site);
            if (byName.putIfAbsent(key(site.name()), places) == null) {
                sites.add(places);
            }
        }
        Map<String, ApplicationEvidence> known = new HashMap<>();
        server.forEachScope(scope -> {
            int slash = scope.path().indexOf('/');
            SitePlaces site =
                    byName.get(key(slash < 0 ? scope.path() : scope.path().substring(0, slash)));
            if (site != null) {
                KernelMode mode = mode(scope.section(SECTION));
                ApplicationEvidence own = application(scope, mode, server.name(), known);
                site.add(slash < 0 ? "" : scope.path().substring(slash + 1), new Place(own, mode));
            }
        });
    }

    /** The application of a path: parents come before what lies below them. */
    private ApplicationEvidence application(
            Scope scope, KernelMode mode, String server, Map<String, ApplicationEvidence> known) {
        if (scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.APPLICATION) {
            ApplicationEvidence application = new ApplicationEvidence(server, scope.path(), mode);
            applications.add(application);
            known.put(key(scope.path()), application);
            return application;
        }
        String path = key(scope.path());
        while (!known.containsKey(path)) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return known.get(path);
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static KernelMode mode(EffectiveSection windows) {
        if (windows.error().isPresent() || windows.unknown().isPresent()) {
            return KernelMode.UNKNOWN;
        } else if (!isTrue(windows, "enabled")) {
            return isTrue(windows, "useKernelMode") ? KernelMode.UNUSED : KernelMode.OFF;
        }
        return isTrue(windows, "useKernelMode") ? KernelMode.ON : KernelMode.OFF;
    }

    private static boolean isTrue(EffectiveSection section, String attribute) {
        return section.settings().stream()
                .anyMatch(s -> s.name().equals(attribute) && s.value().equals("true"));
    }

    List<SitePlaces> sites() {
        return sites;
    }

    /** What came of each, and of those that only the evidence names. */
    List<Diagnosis> diagnoses(Collection<SitePlaces> others) {
        List<ApplicationEvidence> all = new ArrayList<>(applications);
        for (SitePlaces site : others) {
            Place root = site.root();
            if (root != null) {
                all.add(root.application());
            }
        }
        return all.stream()
                .map(ApplicationEvidence::diagnosis)
                .sorted((a, b) -> {
                    int byServer = a.server().compareTo(b.server());
                    return byServer == 0 ? key(a.path()).compareTo(key(b.path())) : byServer;
                })
                .toList();
    }
}
