package io.github.iisaudit.kerberos;

import java.util.Locale;

/** Whether Kerberos works, worst first. */
public enum TicketVerdict {
    /** A ticket is made with the key of an account that does not open it. */
    WRONG_ACCOUNT,
    /** Several accounts hold the name, so that no ticket is made. */
    DUPLICATE,
    /** No account holds the name, so that clients fall back to NTLM. */
    MISSING,
    /** What is known does not tell. */
    UNKNOWN,
    WORKS,
    /** Windows authentication is off, or offers no Kerberos. */
    NOT_IN_USE;

    /** The name in output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is known that Kerberos does not work. */
    public boolean isFault() {
        return compareTo(UNKNOWN) < 0;
    }

    /** The worse of two. */
    public TicketVerdict or(TicketVerdict other) {
        return compareTo(other) < 0 ? this : other;
    }
}
