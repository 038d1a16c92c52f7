package io.github.iisaudit.config;

import java.util.Locale;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** Whether a binding answers to the machine itself only. */
public final class Loopback {

    /**
     * The path at which a site tells that of each of its bindings: most have an address and a host name of their own, and few of them
     * are local.
     */
    public static final String READ = "site/binding/@" + Fact.IS_LOOPBACK;

    private Loopback() {}

    /**
     * By its host name or its address; addresses in 127.0.0.0/8 and ::1 never leave a machine, and names below localhost mean
     * it: https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2 , https://www.rfc-editor.org/rfc/rfc6761#section-6.3
     */
    public static boolean is(@Nullable Node node) {
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
}
