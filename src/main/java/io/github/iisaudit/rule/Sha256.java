package io.github.iisaudit.rule;

import java.nio.ByteBuffer;

/**
 * The hash function SHA-256 for short texts. Java has it too, but takes longer to find its provider than a small audit takes.
 *
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4</a>
 */
final class Sha256 {

    private static final int BLOCK = 64;

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes; of the square roots of eight. */
    private static final int[] CUBE_ROOTS = new int[BLOCK];

    private static final int[] SQUARE_ROOTS = new int[8];

    static {
        int prime = 2;
        for (int i = 0; i < BLOCK; prime++) {
            if (isPrime(prime)) {
                if (i < SQUARE_ROOTS.length) {
                    SQUARE_ROOTS[i] = fraction(Math.sqrt(prime));
                }
                CUBE_ROOTS[i++] = fraction(Math.cbrt(prime));
            }
        }
    }

    private final int[] state = SQUARE_ROOTS.clone();

    private Sha256() {}

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private static int fraction(double root) {
        return (int) (long) ((root - Math.floor(root)) * (1L << 32));
    }

    /** Thirty-two bytes. */
    static byte[] of(byte[] text) {
        int blocks = (text.length + 8) / BLOCK + 1;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK);
        padded.put(text)
                .put((byte) 0x80)
                .putLong(blocks * BLOCK - 8, 8L * text.length)
                .rewind();
        Sha256 hash = new Sha256();
        for (int i = 0; i < blocks; i++) {
            hash.add(padded);
        }
        ByteBuffer digest = ByteBuffer.allocate(32);
        for (int word : hash.state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private void add(ByteBuffer block) {
        int[] word = schedule(block);
        int[] s = state.clone();
        for (int i = 0; i < BLOCK; i++) {
            int choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
            int first = s[7] + rotated(s[4], 6, 11, 25) + choice + CUBE_ROOTS[i] + word[i];
            int majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            int second = rotated(s[0], 2, 13, 22) + majority;
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += first;
            s[0] = first + second;
        }
        for (int i = 0; i < s.length; i++) {
            state[i] += s[i];
        }
    }

    private static int[] schedule(ByteBuffer block) {
        int[] word = new int[BLOCK];
        for (int i = 0; i < 16; i++) {
            word[i] = block.getInt();
        }
        for (int i = 16; i < BLOCK; i++) {
            int far = word[i - 15];
            int near = word[i - 2];
            int first = Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ (far >>> 3);
            int second = Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ (near >>> 10);
            word[i] = word[i - 16] + first + word[i - 7] + second;
        }
        return word;
    }

    private static int rotated(int word, int one, int two, int three) {
        return Integer.rotateRight(word, one) ^ Integer.rotateRight(word, two) ^ Integer.rotateRight(word, three);
    }
}
