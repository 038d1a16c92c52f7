package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Security descriptors, those too that lie about their lengths. */
class SecurityDescriptorTest {

    /** Of a Samba directory: one entry, for {@code …-1113}. */
    private static final byte[] REAL = Base64.getDecoder()
            .decode("AQAEgBQAAAAAAAAAAAAAACQAAAABAgAAAAAABSAAAAAgAgAABAAsAAEAAAAAACQA/wEPAAEFAAAAAAAFFQAA"
                    + "AHAuI5uhtHZP/vUKpVkEAAA=");

    @Test
    void itSaysWhomItAllows() {
        assertThat(SecurityDescriptor.allowed(REAL)).containsExactly("S-1-5-21-2602774128-1333179553-2768958974-1113");
        assertThat(SecurityDescriptor.allowed("O:BAD:(A;;GA;;;S-1-5-21-1-2-3-4)(D;;GA;;;S-1-5-9)"))
                .containsExactly("S-1-5-21-1-2-3-4");
    }

    @Test
    void noByteOfItIsTrusted() {
        for (int at = 0; at < REAL.length; at++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] lying = REAL.clone();
                lying[at] = (byte) value;
                assertThat(SecurityDescriptor.allowed(lying)).hasSizeLessThan(3);
            }
            assertThat(SecurityDescriptor.allowed(Arrays.copyOf(REAL, at))).hasSizeLessThan(2);
        }
    }

    @Test
    void oneThatLiesAboutALengthIsNotTrue() {
        assertThat(SecurityDescriptor.isTrue(REAL)).isTrue();
        for (int place : new int[] {16, 38, 40, 46, 53}) {
            byte[] lying = REAL.clone();
            lying[place] = (byte) 0xFF;
            assertThat(SecurityDescriptor.isTrue(lying)).as("byte %d", place).isFalse();
        }
        assertThat(SecurityDescriptor.isTrue(Arrays.copyOf(REAL, REAL.length - 1)))
                .isFalse();
        assertThat(SecurityDescriptor.isTrue(new byte[3])).isFalse();
    }

    @Test
    void oneWithManyEntriesAndNoRoomHasNone() {
        byte[] lying = REAL.clone();
        lying[40] = (byte) 0xFF;
        lying[41] = (byte) 0xFF;
        assertThat(SecurityDescriptor.allowed(lying)).hasSize(1);
        assertThat(SecurityDescriptor.sid(new byte[] {1, 15, 0, 0, 0, 0, 0, 5})).isEmpty();
    }
}
