package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The encryption types that tickets for an account can have.
 *
 * @param isExplicit whether the account states them
 * @param types those that it states, weakest first
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-kile/6cfc7b50-11ed-4b4d-846d-6f08f0812919">MS-KILE 2.2.7</a>
 */
public record Encryption(Verdict verdict, boolean isExplicit, List<String> types) {

    /** What comes of them. */
    public enum Verdict {
        FINE,
        RC4_ONLY,
        DES_ONLY,
        DEFAULT,
        UNKNOWN;

        /** The name in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of an account of which nobody knows. */
    public static final Encryption UNSEEN = new Encryption(Verdict.UNKNOWN, false, List.of());

    private static final List<String> NAMES = List.of("DES-CBC-CRC", "DES-CBC-MD5", "RC4", "AES128", "AES256");
    private static final int RC4 = 0x4;
    private static final int AES = 0x18;
    private static final int ALL = 0x1F;

    /** @param stated {@code msDS-SupportedEncryptionTypes}; 0 where nothing is stated */
    static Encryption of(long stated, boolean isDesOnly) {
        List<String> types = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((stated & 1L << i) != 0) {
                types.add(NAMES.get(i));
            }
        }
        boolean isExplicit = (stated & ALL) != 0;
        if (isDesOnly || isExplicit && (stated & (RC4 | AES)) == 0) {
            return new Encryption(Verdict.DES_ONLY, isExplicit || isDesOnly, isDesOnly ? NAMES.subList(0, 2) : types);
        }
        Verdict verdict = (stated & AES) != 0 ? Verdict.FINE : isExplicit ? Verdict.RC4_ONLY : Verdict.DEFAULT;
        return new Encryption(verdict, isExplicit, types);
    }
}
