package io.github.iisaudit.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence why a directory does not answer as it should. Nothing that the other side wrote is repeated: it may have been
 * told a password.
 */
final class LiveFault {

    static final String SLOW = "it does not come to an end with its answer";

    /**
     * What Active Directory says beside "invalid credentials".
     *
     * @see <a href="https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes--1300-1699-">Error codes, in hex</a>
     */
    private static final Map<String, String> DENIALS = Map.ofEntries(
            Map.entry("525", "it knows no such user"),
            Map.entry("52e", "the user or the password is wrong"),
            Map.entry("52f", "the user may not sign on like this"),
            Map.entry("530", "the user may not sign on at this time"),
            Map.entry("531", "the user may not sign on from here"),
            Map.entry("532", "the user's password has expired"),
            Map.entry("533", "the user is disabled"),
            Map.entry("701", "the user's account has expired"),
            Map.entry("773", "the user has to change the password first"),
            Map.entry("775", "the user is locked out"));

    private static final Pattern DENIAL = Pattern.compile("data ([0-9a-f]+)");

    private static final Map<ResultCode, String> RESULTS = Map.ofEntries(
            Map.entry(
                    ResultCode.CONFIDENTIALITY_REQUIRED, "it does not offer StartTLS, and no password is sent without"),
            Map.entry(
                    ResultCode.STRONG_AUTH_REQUIRED, "it wants a connection that is signed or encrypted: use ldaps://"),
            Map.entry(ResultCode.NO_SUCH_OBJECT, "it has nothing at the base that is asked for"),
            Map.entry(ResultCode.INVALID_DN_SYNTAX, "the base is no distinguished name, such as DC=contoso,DC=com"),
            Map.entry(ResultCode.REFERRAL, "the base is in another directory, which is not followed"),
            Map.entry(ResultCode.SIZE_LIMIT_EXCEEDED, "it gave a part of its accounts only (its size limit)"),
            Map.entry(ResultCode.TIME_LIMIT_EXCEEDED, "it gave a part of its accounts only (its time limit)"),
            Map.entry(ResultCode.ADMIN_LIMIT_EXCEEDED, "it gave a part of its accounts only (its limit)"),
            Map.entry(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "the user may not read it"),
            Map.entry(ResultCode.OPERATIONS_ERROR, "it does not let this user search"),
            Map.entry(ResultCode.AUTH_METHOD_NOT_SUPPORTED, "it does not let anybody sign on like this"),
            Map.entry(ResultCode.BUSY, "it is too busy to answer"),
            Map.entry(ResultCode.UNAVAILABLE, "it is not available now"),
            Map.entry(ResultCode.TIMEOUT, "it does not answer"),
            Map.entry(ResultCode.DECODING_ERROR, "what it answers is no LDAP"));

    private LiveFault() {}

    /** Why there is no connection. */
    static String unreachable(IOException failure, LiveSource source) {
        int port = source.address().port();
        if (failure instanceof UnknownHostException) {
            return "there is no host of this name";
        } else if (failure instanceof SocketTimeoutException) {
            return "nothing answers at port " + port + " within "
                    + source.patience().connecting() / 1000 + " s";
        }
        return failure instanceof ConnectException
                        && String.valueOf(failure.getMessage()).contains("refused")
                ? "it refuses connections to port " + port
                : "it cannot be reached at port " + port;
    }

    static String of(LDAPException failure, LiveSource source) {
        CertificateCheck.Refusal refusal = cause(failure, CertificateCheck.Refusal.class);
        if (refusal != null) {
            return String.valueOf(refusal.getMessage());
        } else if (cause(failure, LoginException.class) != null || failure.getResultCode() == ResultCode.LOCAL_ERROR) {
            return TicketFault.of(failure);
        } else if (cause(failure, SocketTimeoutException.class) != null || isTimeout(failure)) {
            return "it does not answer within " + source.patience().reading() / 1000 + " s";
        } else if (cause(failure, SSLException.class) != null || isOfTls(failure, source.address())) {
            return "it does not speak TLS as expected at port "
                    + source.address().port();
        } else if (failure.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            return denied(failure);
        } else if (failure.getResultCode().equals(ResultCode.STRONG_AUTH_REQUIRED)
                && source.address().isTls()) {
            return "it takes no ticket over TLS: use ldap://, where Kerberos encrypts what is sent";
        }
        return result(failure);
    }

    private static String denied(LDAPException failure) {
        String told = String.valueOf(failure.getDiagnosticMessage()).toLowerCase(Locale.ROOT);
        Matcher code = DENIAL.matcher(told);
        String usual = "it does not accept the user with this password or ticket";
        return code.find() ? DENIALS.getOrDefault(code.group(1), usual) : usual;
    }

    private static String result(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        String known = RESULTS.get(code);
        if (known != null) {
            return known;
        }
        boolean isBroken = code.equals(ResultCode.SERVER_DOWN) || code.equals(ResultCode.CONNECT_ERROR);
        return isBroken
                ? "it broke off the connection, or what it answers is no LDAP"
                : "it answers with the LDAP result " + code.intValue();
    }

    /** A server without TLS closes the connection, as it takes the beginning for garbage. */
    private static boolean isOfTls(LDAPException failure, DirectoryAddress address) {
        return address.isTls() && failure.getResultCode().equals(ResultCode.CONNECT_ERROR);
    }

    private static boolean isTimeout(LDAPException failure) {
        return failure.getResultCode().equals(ResultCode.TIMEOUT);
    }

    static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int i = 0; at != null && i < 20; i++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
