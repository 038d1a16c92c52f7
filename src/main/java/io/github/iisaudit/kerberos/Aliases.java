package io.github.iisaudit.kerberos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names that are aliases (CNAME) of others: browsers ask a ticket for the name that they lead to.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-authentication-authorization/troubleshoot-kerberos-failures-ie">Troubleshoot Kerberos failures</a>
 */
public final class Aliases {

    /** More in a row are a circle. */
    private static final int LONGEST = 16;

    private final Map<String, String> targets = new TreeMap<>();

    /** Takes note of one. */
    public void add(String name, String target) {
        targets.put(name.toLowerCase(Locale.ROOT), target.toLowerCase(Locale.ROOT));
    }

    /** The name that one leads to in the end; itself where it is no alias. */
    public String target(String name) {
        String target = name;
        for (int i = 0; i < LONGEST; i++) {
            target = targets.getOrDefault(target.toLowerCase(Locale.ROOT), target);
        }
        return target;
    }

    /** The aliases that lead to one of some names, in order. */
    List<String> of(List<String> names) {
        return targets.keySet().stream()
                .filter(alias -> names.stream().anyMatch(target(alias)::equalsIgnoreCase))
                .toList();
    }
}
