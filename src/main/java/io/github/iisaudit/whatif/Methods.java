package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.SectionValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of authentication that are on at a path.
 *
 * @param on by what their sections are called: {@code anonymous}, {@code windows}; in order
 */
public record Methods(List<String> on) {

    private static final String GROUP = "system.webServer/security/authentication/";

    private static final String[] NAMES = {
        "anonymous", "basic", "clientCertificateMapping", "digest", "iisClientCertificateMapping", "windows"
    };

    private static final String[] SECTIONS = {
        GROUP + "anonymousAuthentication",
        GROUP + "basicAuthentication",
        GROUP + "clientCertificateMappingAuthentication",
        GROUP + "digestAuthentication",
        GROUP + "iisClientCertificateMappingAuthentication",
        GROUP + "windowsAuthentication"
    };

    /** Those of a path; what cannot be read is not on. */
    public static Methods of(Scope scope) {
        List<String> on = new ArrayList<>(2);
        for (int i = 0; i < NAMES.length; i++) {
            Optional<SectionValues> values = scope.values(SECTIONS[i]);
            if (values.isPresent() && values.get().isTrue("enabled")) {
                on.add(NAMES[i]);
            }
        }
        return new Methods(List.copyOf(on));
    }

    boolean isAnonymous() {
        return on.contains(NAMES[0]);
    }
}
