package io.github.iisaudit.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An account of a directory, as far as its sources tell.
 *
 * @param dn its distinguished name; empty where a source has none
 * @param name its name for signing in, {@code svc-hr} or {@code WEB01$}, or what it must be by the rest
 * @param upn its other one, {@code svc-hr@contoso.test}; empty where it follows from the name
 * @param hostName what a computer is called in the network; empty where that is not known
 * @param sid empty where it is not known
 * @param flags {@code userAccountControl}; empty where it is not known
 * @param encryption {@code msDS-SupportedEncryptionTypes}, 0 where none is stated; empty where it is not known
 * @param passwordDay days since 1601 at which the password was set; 0 where it is not known
 * @param spns those of the class HTTP and of those that stand for it
 * @param isSpnWhole whether these are all
 * @param allowedTo the services of constrained delegation
 * @param groups the distinguished names of those it is directly in
 * @param disputed the attributes, and of its service principal names those, about which its sources contradict each other
 * @param sources a bit for each source that tells of it
 */
public record Account(
        String dn,
        String name,
        String upn,
        String hostName,
        AccountKind kind,
        String sid,
        Optional<Integer> flags,
        Optional<Integer> encryption,
        int passwordDay,
        List<String> spns,
        boolean isSpnWhole,
        List<String> allowedTo,
        List<String> groups,
        List<String> disputed,
        long sources) {

    static final int DISABLED = 0x2;
    static final int UNCONSTRAINED = 0x80000;
    static final int PROTOCOL_TRANSITION = 0x1000000;
    static final int DES_ONLY = 0x200000;

    /** Whether it is disabled; empty where nobody tells. */
    public Optional<Boolean> disabled() {
        return flags.map(f -> (f & DISABLED) != 0);
    }

    boolean isFlagged(int flag) {
        return flags.map(f -> (f & flag) != 0).orElse(false);
    }

    /** The day that its password was set; empty where it is not known. */
    public Optional<LocalDate> passwordSet() {
        return passwordDay <= 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(1601, 1, 1).plusDays(passwordDay));
    }

    /** The domain that its distinguished name is in, {@code contoso.test}; empty where it has none. */
    public String domain() {
        return DistinguishedName.domain(dn);
    }

    boolean isDisputed(Attribute attribute) {
        return disputed.contains(attribute.written());
    }

    /** Whether one of its sources tells that it holds a name, and another one that it does not. */
    boolean isDisputed(String spn) {
        return Names.have(disputed, spn);
    }

    boolean holds(String spn) {
        return Names.have(spns, spn);
    }
}
