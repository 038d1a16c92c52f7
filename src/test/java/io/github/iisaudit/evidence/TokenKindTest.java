package io.github.iisaudit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.evidence.Token.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What tokens are, whatever they begin with. */
class TokenKindTest {

    private static final byte[] SPNEGO = {6, 6, 0x2B, 6, 1, 5, 5, 2};
    private static final byte[] KERBEROS = {6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x12, 1, 2, 2};
    private static final byte[] NTLM = {6, 10, 0x2B, 6, 1, 4, 1, (byte) 0x82, 0x37, 2, 2, 0x0A};
    private static final byte[] OTHER = {6, 3, 0x2B, 6, 1};

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (content.size() > 127) {
            all.write(0x82);
            all.write(content.size() >> 8);
        }
        all.write(content.size());
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static byte[] ntlm(int type) {
        return ("NTLMSSP\0" + (char) type + "\0\0\0flags").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] init(byte[] token, byte[]... mechanisms) {
        return der(0x60, SPNEGO, der(0xA0, der(0x30, der(0xA0, der(0x30, mechanisms)), der(0xA2, der(4, token)))));
    }

    private static byte[] ticket() {
        return der(0x60, KERBEROS, new byte[] {1, 0}, der(0x6E, new byte[300]));
    }

    @Test
    void ntlmIsToldByTheTypeOfItsMessage() {
        assertThat(TokenKind.of(ntlm(1))).isEqualTo(Kind.NTLM_NEGOTIATE);
        assertThat(TokenKind.of(ntlm(2))).isEqualTo(Kind.NTLM_CHALLENGE);
        assertThat(TokenKind.of(ntlm(3))).isEqualTo(Kind.NTLM_AUTHENTICATE);
        assertThat(TokenKind.of(ntlm(4))).isEqualTo(Kind.UNKNOWN);
        assertThat(TokenKind.of("NTLMSSP\0\1".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void whatIsInTheOuterTokenCountsAndNotWhatIsOffered() {
        assertThat(TokenKind.of(init(ntlm(1), KERBEROS, NTLM))).isEqualTo(Kind.SPNEGO_INIT_NTLM);
        assertThat(TokenKind.of(init(ticket(), NTLM, KERBEROS))).isEqualTo(Kind.SPNEGO_INIT_KERBEROS);
        assertThat(TokenKind.of(init(new byte[0], OTHER, NTLM))).isEqualTo(Kind.SPNEGO_INIT_NTLM);
        assertThat(TokenKind.of(init(new byte[] {1, 2}, OTHER, KERBEROS, NTLM))).isEqualTo(Kind.SPNEGO_INIT_KERBEROS);
        assertThat(TokenKind.of(init(new byte[] {1, 2}, OTHER))).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void otherFormsAreKnownToo() {
        assertThat(TokenKind.of(ticket())).isEqualTo(Kind.KERBEROS);
        assertThat(TokenKind.of(der(0xA1, der(0x30, der(0xA2, der(4, ntlm(3)))))))
                .isEqualTo(Kind.SPNEGO_RESPONSE);
        assertThat(TokenKind.of(der(0xA1, der(0x30)))).isEqualTo(Kind.SPNEGO_RESPONSE);
    }

    @Test
    void lengthsThatLieEndInNothing() {
        byte[] token = init(ntlm(1), KERBEROS, NTLM);
        for (int i = 0; i < token.length; i++) {
            for (int value : new int[] {0, 0x7F, 0x80, 0x84, 0xFF}) {
                byte[] broken = token.clone();
                broken[i] = (byte) value;
                assertThat(TokenKind.of(broken)).isNotNull();
            }
            assertThat(TokenKind.of(Arrays.copyOf(token, i))).isEqualTo(Kind.UNKNOWN);
        }
    }

    @Test
    void theLengthIsThatOfTheTokenAndNotOfItsText() {
        String text = Base64.getEncoder().encodeToString(ntlm(1));
        assertThat(Token.of("NTLM", text)).isEqualTo(new Token("NTLM", Kind.NTLM_NEGOTIATE, 17));
        assertThat(Token.of("NTLM", "not base64!").kind()).isEqualTo(Kind.UNKNOWN);
    }
}
