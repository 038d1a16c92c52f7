package io.github.iisaudit.evidence;

import java.util.Base64;

/**
 * What a token of Windows authentication is. The token itself is not in it.
 *
 * @param scheme of the header that it came in: {@code Negotiate} or {@code NTLM}
 * @param length in bytes
 */
public record Token(String scheme, Kind kind, int length) {

    /** The kinds of tokens (MS-NLMP 2.2.1, RFC 4178, RFC 4559). */
    public enum Kind {
        NTLM_NEGOTIATE("ntlm-negotiate", true, false),
        NTLM_CHALLENGE("ntlm-challenge", false, false),
        NTLM_AUTHENTICATE("ntlm-authenticate", false, true),
        SPNEGO_INIT_KERBEROS("spnego-init-kerberos", true, true),
        SPNEGO_INIT_NTLM("spnego-init-ntlm", true, false),
        SPNEGO_RESPONSE("spnego-response", false, true),
        KERBEROS("kerberos", true, true),
        UNKNOWN("unknown", false, false);

        private final String id;
        private final boolean isInitial;
        private final boolean isFinal;

        Kind(String id, boolean isInitial, boolean isFinal) {
            this.id = id;
            this.isInitial = isInitial;
            this.isFinal = isFinal;
        }

        /** The name in output. */
        public String id() {
            return id;
        }

        /** Whether a client begins with it. */
        boolean isInitial() {
            return isInitial;
        }

        /** Whether the server needs no more of the client to decide. */
        boolean isFinal() {
            return isFinal;
        }

        boolean isKerberos() {
            return this == SPNEGO_INIT_KERBEROS || this == KERBEROS;
        }
    }

    /** What stands after the name of a scheme, in base64. What is no base64 is unknown. */
    static Token of(String scheme, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return new Token(scheme, TokenKind.of(bytes), bytes.length);
        } catch (IllegalArgumentException e) {
            return new Token(scheme, Kind.UNKNOWN, base64.length() * 3 / 4);
        }
    }
}
