package io.github.iisaudit.kerberos;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** The host names of the http and https bindings of a scope's site. None outside the scope of a site. */
public final class HostNames {

    /** What they are made of. */
    public static final Set<String> READ = Set.of("site/binding/@protocol", "site/binding/@host");

    private HostNames() {}

    /** All of them, in a list with commas. */
    public static String list(@Nullable Element scope) {
        return String.join(", ", names(scope));
    }

    /** The service principal names of those without a wildcard, in a list with commas. */
    public static String spns(@Nullable Element scope) {
        StringBuilder spns = new StringBuilder();
        for (String name : names(scope)) {
            if (name.indexOf('*') < 0) {
                spns.append(spns.length() == 0 ? "HTTP/" : ", HTTP/").append(name);
            }
        }
        return spns.toString();
    }

    private static Set<String> names(@Nullable Element scope) {
        Set<String> names = new LinkedHashSet<>();
        Element site = scope == null ? null : scope.element("site");
        if (site == null) {
            return names;
        }
        for (Element binding : site.elements("binding")) {
            String host = binding.attributeValue("host", "").toLowerCase(Locale.ROOT);
            boolean isHttp = binding.attributeValue("protocol", "").regionMatches(true, 0, "http", 0, 4);
            if (isHttp && !host.isEmpty()) {
                names.add(host);
            }
        }
        return names;
    }
}
