package io.github.iisaudit.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.security.auth.login.LoginException;

/** Says in a sentence why nobody could sign on with a ticket. */
final class TicketFault {

    /** By what Java says, which has the numbers of RFC 4120 in it. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("(7)", "Kerberos knows no ldap/ name of this host: give the domain controller's full name");
        WORDS.put("(32)", "the ticket has expired: get one with kinit");
        WORDS.put("(37)", "the clocks of this machine and the domain differ too much for Kerberos");
        WORDS.put("(18)", "the account of the ticket is disabled or locked");
        WORDS.put("Cannot locate KDC", "no domain controller is known for the ticket's realm (krb5.conf)");
        WORDS.put("Cannot contact any KDC", "no domain controller gives a ticket for it: none answers");
        WORDS.put("Receive timed out", "no domain controller gives a ticket for it: none answers");
        WORDS.put("Connection refused", "no domain controller gives a ticket for it: none answers");
        WORDS.put("Failed to find any Kerberos tgt", "there is no valid ticket: get one with kinit");
        WORDS.put("default realm", "Kerberos is not set up: there is no default realm in krb5.conf");
        WORDS.put("KrbException: Cannot", "Kerberos is not set up: krb5.conf is missing or wrong");
    }

    private TicketFault() {}

    static String of(Throwable failure) {
        StringBuilder told = new StringBuilder();
        Throwable at = failure;
        for (int i = 0; at != null && i < 20; i++) {
            told.append(at.getMessage()).append('\n');
            at = at.getCause();
        }
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            if (told.indexOf(word.getKey()) >= 0) {
                return word.getValue();
            }
        }
        return LiveFault.cause(failure, LoginException.class) != null
                ? "there is no ticket in the cache: get one with kinit, into a file (KRB5CCNAME)"
                : "it does not accept the ticket";
    }
}
