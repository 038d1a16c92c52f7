package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Token.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the bytes of a token are. The outer form says little: NTLM comes bare under the scheme Negotiate too, and a SPNEGO token that
 * begins as one of Kerberos may hold NTLM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4178#section-4.2">RFC 4178, 4.2: NegTokenInit and NegTokenResp</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2743#section-3.1">RFC 2743, 3.1: the initial token</a>
 */
final class TokenKind {

    private static final byte[] NTLM = "NTLMSSP\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SPNEGO = {0x2B, 6, 1, 5, 5, 2};
    private static final byte[] KERBEROS = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x12, 1, 2, 2};

    /** As Windows 2000 wrote it, with a bit lost; Windows still names it first. */
    private static final byte[] KERBEROS_OF_2000 = {0x2A, (byte) 0x86, 0x48, (byte) 0x82, (byte) 0xF7, 0x12, 1, 2, 2};

    private static final byte[] NTLMSSP = {0x2B, 6, 1, 4, 1, (byte) 0x82, 0x37, 2, 2, 0x0A};

    private static final int APPLICATION = 0x60;
    private static final int SEQUENCE = 0x30;
    private static final int OID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int INIT = 0xA0;
    private static final int RESPONSE = 0xA1;
    private static final int MECHANISMS = 0xA0;
    private static final int TOKEN = 0xA2;

    private TokenKind() {}

    static Kind of(byte[] token) {
        Kind ntlm = ntlm(token, 0, token.length);
        if (ntlm != Kind.UNKNOWN) {
            return ntlm;
        }
        Der outer = Der.at(token, 0, token.length).orElse(null);
        if (outer == null) {
            return Kind.UNKNOWN;
        } else if (outer.tag() == RESPONSE) {
            return outer.child(SEQUENCE).isPresent() ? Kind.SPNEGO_RESPONSE : Kind.UNKNOWN;
        } else if (outer.tag() == INIT) {
            return init(outer);
        }
        return outer.tag() == APPLICATION ? application(outer) : Kind.UNKNOWN;
    }

    private static Kind application(Der outer) {
        Der mechanism = outer.first().filter(d -> d.tag() == OID).orElse(null);
        if (mechanism == null) {
            return Kind.UNKNOWN;
        } else if (isKerberos(mechanism)) {
            return Kind.KERBEROS;
        } else if (mechanism.is(NTLMSSP)) {
            return Kind.SPNEGO_INIT_NTLM;
        } else if (!mechanism.is(SPNEGO)) {
            return Kind.UNKNOWN;
        }
        Der inner = mechanism.next(outer).orElse(null);
        if (inner != null && inner.tag() == RESPONSE) {
            return Kind.SPNEGO_RESPONSE;
        }
        return inner != null && inner.tag() == INIT ? init(inner) : Kind.UNKNOWN;
    }

    private static Kind init(Der init) {
        Optional<Der> sequence = init.child(SEQUENCE);
        Kind inner = sequence.flatMap(s -> s.child(TOKEN))
                .flatMap(t -> t.child(OCTETS))
                .map(TokenKind::inner)
                .orElse(Kind.UNKNOWN);
        return inner == Kind.UNKNOWN
                ? sequence.flatMap(s -> s.child(MECHANISMS))
                        .flatMap(m -> m.child(SEQUENCE))
                        .map(TokenKind::firstKnown)
                        .orElse(Kind.UNKNOWN)
                : inner;
    }

    /** A token of its own is optional, and may be of a mechanism that leads to another: what the client would take next. */
    private static Kind firstKnown(Der mechanisms) {
        Der each = mechanisms.first().orElse(null);
        while (each != null) {
            if (isKerberos(each)) {
                return Kind.SPNEGO_INIT_KERBEROS;
            } else if (each.is(NTLMSSP)) {
                return Kind.SPNEGO_INIT_NTLM;
            }
            each = each.next(mechanisms).orElse(null);
        }
        return Kind.UNKNOWN;
    }

    private static Kind inner(Der token) {
        if (token.startsWith(NTLM)) {
            return ntlm(token.bytes(), token.from(), token.to()) == Kind.NTLM_NEGOTIATE
                    ? Kind.SPNEGO_INIT_NTLM
                    : Kind.UNKNOWN;
        }
        Optional<Der> wrapped = token.first().filter(d -> d.tag() == APPLICATION);
        boolean isKerberos =
                wrapped.flatMap(Der::first).map(TokenKind::isKerberos).orElse(false);
        return isKerberos ? Kind.SPNEGO_INIT_KERBEROS : Kind.UNKNOWN;
    }

    private static boolean isKerberos(Der oid) {
        return oid.tag() == OID && (oid.is(KERBEROS) || oid.is(KERBEROS_OF_2000));
    }

    /** What a message of NTLM is by its type, four bytes with the lowest first. */
    private static Kind ntlm(byte[] bytes, int from, int to) {
        int type = from + NTLM.length;
        if (to < type + 4 || !new Der(bytes, 0, from, to).startsWith(NTLM)) {
            return Kind.UNKNOWN;
        }
        int high = bytes[type + 1] | bytes[type + 2] | bytes[type + 3];
        return switch (high == 0 ? bytes[type] : 0) {
            case 1 -> Kind.NTLM_NEGOTIATE;
            case 2 -> Kind.NTLM_CHALLENGE;
            case 3 -> Kind.NTLM_AUTHENTICATE;
            default -> Kind.UNKNOWN;
        };
    }
}
