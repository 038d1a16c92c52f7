package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which addresses people reach the sites of a server, for the descriptions of their paths. Not thread-safe. */
final class SiteAddresses {

    /** More tell nobody more. */
    private static final int MOST = 20;

    private final Map<Node, List<String>> known = new IdentityHashMap<>();

    /** The first of a site's addresses, in order, and how many more there are. */
    List<String> of(Node site) {
        return known.computeIfAbsent(site, SiteAddresses::some);
    }

    private static List<String> some(Node site) {
        Set<String> all = Application.addresses(site);
        List<String> some = new ArrayList<>();
        for (String address : all) {
            if (some.size() == MOST) {
                some.add("and " + (all.size() - MOST) + " more");
                break;
            }
            some.add(address);
        }
        return some;
    }
}
