package io.github.iisaudit.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * What a code of a 401.1 means, and what to look at next.
 *
 * @param name as Microsoft's headers have it; empty for a code that is not known here
 * @param meaning half a sentence
 * @param next what to look at, an imperative
 * @see <a href="https://learn.microsoft.com/windows/win32/com/com-error-codes-4">COM error codes: security</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/system-error-codes--1300-1699-">System error codes 1300 to 1699</a>
 */
public record Cause(String name, String meaning, String next) {

    private static final Map<Long, Cause> KNOWN = new HashMap<>();

    private static final String ACCOUNT =
            "look at the account in the directory and in event 4625 of the server's security log";

    static {
        put(5, "ERROR_ACCESS_DENIED", "access was denied to the account", ACCOUNT);
        put(
                64,
                "ERROR_NETNAME_DELETED",
                "the client closed the connection",
                "look at the client and at what lies between");
        put(
                1311,
                "ERROR_NO_LOGON_SERVERS",
                "no domain controller could be reached",
                "look at the server's way to its domain controllers");
        put(1326, "ERROR_LOGON_FAILURE", "the user name or the password is wrong", ACCOUNT);
        put(1327, "ERROR_ACCOUNT_RESTRICTION", "the account is restricted: an empty password, or a policy", ACCOUNT);
        put(1328, "ERROR_INVALID_LOGON_HOURS", "the account may not sign in at this hour", ACCOUNT);
        put(1329, "ERROR_INVALID_WORKSTATION", "the account may not sign in from this computer", ACCOUNT);
        put(1330, "ERROR_PASSWORD_EXPIRED", "the password has expired", ACCOUNT);
        put(1331, "ERROR_ACCOUNT_DISABLED", "the account is disabled", ACCOUNT);
        put(
                1385,
                "ERROR_LOGON_TYPE_NOT_GRANTED",
                "the account may not sign in over the network here",
                "look at the user right \"Access this computer from the network\"");
        put(
                1396,
                "ERROR_WRONG_TARGET_NAME",
                "the ticket is for another account",
                "look at which account holds the SPN of the host name: setspn -Q HTTP/host");
        put(1909, "ERROR_ACCOUNT_LOCKED_OUT", "the account is locked out", ACCOUNT);
        put(
                2148074242L,
                "SEC_E_UNSUPPORTED_FUNCTION",
                "the function asked for is not supported",
                "look at the providers of windowsAuthentication");
        put(
                2148074245L,
                "SEC_E_SECPKG_NOT_FOUND",
                "the security package that the client asked for is not offered",
                "look at the providers, and restart W3SVC if kernel mode was switched off without it");
        put(
                2148074248L,
                "SEC_E_INVALID_TOKEN",
                "the token was not understood: mostly the steps of one NTLM logon went to different connections or servers",
                "look at the load balancer or proxy: NTLM needs one connection to one server");
        put(
                2148074252L,
                "SEC_E_LOGON_DENIED",
                "the credentials were refused: the password, the loopback check, or NTLM is blocked",
                "look at event 4625; for a client on the server itself at BackConnectionHostNames (KB 896861), and at the policies that restrict NTLM");
        put(
                2148074254L,
                "SEC_E_NO_CREDENTIALS",
                "no credentials came along",
                "hold the row against the rows before it");
        put(
                2148074257L,
                "SEC_E_NO_AUTHENTICATING_AUTHORITY",
                "no domain controller could be reached",
                "look at the server's way to its domain controllers");
        put(
                2148074274L,
                "SEC_E_WRONG_PRINCIPAL",
                "the ticket is for another account: the SPN is on the wrong account, or on two",
                "look at which account holds the SPN of the host name: setspn -Q HTTP/host, setspn -X");
        put(
                2148074276L,
                "SEC_E_TIME_SKEW",
                "the clocks of client and server differ by more than five minutes",
                "look at the time service: w32tm /query /status");
        put(
                2148074310L,
                "SEC_E_BAD_BINDINGS",
                "Extended Protection refused the channel binding",
                "look at what ends TLS before the server, and at extendedProtection/tokenChecking");
        put(3221225572L, "STATUS_NO_SUCH_USER", "there is no such user", ACCOUNT);
        put(3221225578L, "STATUS_WRONG_PASSWORD", "the password is wrong", ACCOUNT);
        put(3221225581L, "STATUS_LOGON_FAILURE", "the user name or the password is wrong", ACCOUNT);
        put(3221225582L, "STATUS_ACCOUNT_RESTRICTION", "the account is restricted", ACCOUNT);
        put(3221225583L, "STATUS_INVALID_LOGON_HOURS", "the account may not sign in at this hour", ACCOUNT);
        put(3221225584L, "STATUS_INVALID_WORKSTATION", "the account may not sign in from this computer", ACCOUNT);
        put(3221225585L, "STATUS_PASSWORD_EXPIRED", "the password has expired", ACCOUNT);
        put(3221225586L, "STATUS_ACCOUNT_DISABLED", "the account is disabled", ACCOUNT);
        put(
                3221225819L,
                "STATUS_LOGON_TYPE_NOT_GRANTED",
                "the account may not sign in over the network here",
                "look at the user right \"Access this computer from the network\"");
        put(3221226036L, "STATUS_ACCOUNT_LOCKED_OUT", "the account is locked out", ACCOUNT);
        put(
                3221226331L,
                "STATUS_BAD_BINDINGS",
                "Extended Protection refused the channel binding",
                "look at what ends TLS before the server, and at extendedProtection/tokenChecking");
    }

    private static void put(long code, String name, String meaning, String next) {
        KNOWN.put(code, new Cause(name, meaning, next));
    }

    static Cause of(long code) {
        Cause known = KNOWN.get(code);
        return known == null
                ? new Cause("", "a code that is not known here", "look it up: certutil -error " + code)
                : known;
    }
}
