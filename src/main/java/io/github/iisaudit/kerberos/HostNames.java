package io.github.iisaudit.kerberos;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** The host names of the http and https bindings of a scope's site. None outside the scope of a site. */
public final class HostNames {

    /** What they are made of. */
    public static final Set<String> READ = Set.of("site/binding/@protocol", "site/binding/@host");

    /** What decides whether a binding answers to the machine itself only. */
    public static final Set<String> READ_OF_LOOPBACK = Set.of("site/binding/@host", "site/binding/@bindingInformation");

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

    /**
     * By its host name or its address; addresses in 127.0.0.0/8 and ::1 never leave a machine, and names below localhost mean
     * it: https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2 , https://www.rfc-editor.org/rfc/rfc6761#section-6.3
     */
    public static boolean isLoopback(@Nullable Node node) {
        if (!(node instanceof Element binding)) {
            return false;
        }
        String host = binding.attributeValue("host", "").toLowerCase(Locale.ROOT);
        String information = binding.attributeValue("bindingInformation", "");
        int end = information.startsWith("[") ? information.indexOf(']') : information.indexOf(':');
        String address = end < 0 ? "" : information.substring(0, end);
        boolean isFour = address.startsWith("127.") && isOf(address, "0123456789.");
        boolean isSix = address.startsWith("[") && address.endsWith("1") && isOf(address.substring(1, end - 1), "0:");
        return isFour || isSix || host.equals("localhost") || host.endsWith(".localhost");
    }

    private static boolean isOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
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
