package io.github.iisaudit.directory;

import java.util.List;
import java.util.Locale;

/**
 * Whether an account may act on other servers as those who signed in to it.
 *
 * @param to the services that it may reach, of constrained delegation; or the accounts that let it
 * @see <a href="https://learn.microsoft.com/windows-server/security/kerberos/kerberos-constrained-delegation-overview">Kerberos constrained delegation</a>
 */
public record Delegation(Kind kind, List<String> to) {

    /** How it may. */
    public enum Kind {
        NONE,
        UNCONSTRAINED,
        CONSTRAINED,
        PROTOCOL_TRANSITION,
        RESOURCE_BASED,
        UNKNOWN;

        /** The name in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of an account of which nobody knows. */
    public static final Delegation UNSEEN = new Delegation(Kind.UNKNOWN, List.of());

    /** Whether it may to something. */
    public boolean isAllowed() {
        return kind != Kind.NONE && kind != Kind.UNKNOWN;
    }
}
