package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Sites.Match;
import io.github.iisaudit.evidence.Sites.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file of evidence comes from, and so what its requests were for.
 *
 * @param folders the names of the folders that it lies in, the nearest first
 * @param isCounted whether its rows are only counted: they never came to a site
 */
record LogOrigin(Sites sites, List<String> folders, boolean isCounted) {

    /** Of requests that are judged. */
    static LogOrigin of(Sites sites, List<String> folders) {
        return new LogOrigin(sites, folders, false);
    }

    /** Whether a folder tells the site. */
    boolean isNumbered() {
        return folders.stream().anyMatch(folder -> !Sites.number(folder).isEmpty());
    }

    /** The site of a request: by its own name, else the folder's, else by its address. */
    Match site(String name, Target target) {
        List<String> servers = new ArrayList<>(target.server());
        servers.addAll(folders);
        if (!name.isEmpty() && !name.equals("-")) {
            return sites.named(name, servers);
        }
        for (String folder : folders) {
            if (!Sites.number(folder).isEmpty()) {
                return sites.named(folder, servers);
            }
        }
        return sites.at(new Target(servers, target.host(), target.port(), target.ip()));
    }

    /** The site of a request that says itself where it went. */
    Match siteAt(Target target) {
        Match match = sites.at(new Target(folders, target.host(), target.port(), target.ip()));
        return match.site() == null && target.host().isEmpty() ? site("", target) : match;
    }
}
