package io.github.iisaudit.rule;

import java.util.Arrays;

/**
 * The hash function SHA-256 for short texts. Java has it too, but takes longer to find its provider than a small audit takes.
 * Most runs are over before this is compiled, so it is written for few steps.
 *
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4</a>
 */
final class Sha256 {

    private static final int BLOCK = 64;

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] CUBE_ROOTS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** Those of the square roots of the first eight, each half the other way round, as the rounds take them. */
    private static final int[] START = {
        0xa54ff53a, 0x3c6ef372, 0xbb67ae85, 0x6a09e667, 0x5be0cd19, 0x1f83d9ab, 0x9b05688c, 0x510e527f
    };

    // The standard's eight variables are two sequences: a, b, c, d and e, f, g, h are the latest four of each.
    private final int[] a = new int[BLOCK + 4];
    private final int[] e = new int[BLOCK + 4];
    private final int[] word = new int[BLOCK];

    private Sha256() {
        System.arraycopy(START, 0, a, 0, 4);
        System.arraycopy(START, 4, e, 0, 4);
    }

    /** Thirty-two bytes. */
    static byte[] of(byte[] text) {
        int blocks = (text.length + 8) / BLOCK + 1;
        byte[] padded = Arrays.copyOf(text, blocks * BLOCK);
        padded[text.length] = (byte) 0x80;
        put(text.length << 3, padded, padded.length - 4);
        put(text.length >>> 29, padded, padded.length - 8);
        Sha256 hash = new Sha256();
        for (int at = 0; at < padded.length; at += BLOCK) {
            hash.schedule(padded, at);
            hash.add();
        }
        byte[] digest = new byte[32];
        for (int i = 0; i < 4; i++) {
            put(hash.a[3 - i], digest, 4 * i);
            put(hash.e[3 - i], digest, 16 + 4 * i);
        }
        return digest;
    }

    private static void put(int value, byte[] bytes, int at) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void schedule(byte[] block, int from) {
        int[] w = word;
        for (int i = 0, at = from; i < 16; i++, at += 4) {
            w[i] = block[at] << 24
                    | (block[at + 1] & 0xff) << 16
                    | (block[at + 2] & 0xff) << 8
                    | (block[at + 3] & 0xff);
        }
        for (int i = 16; i < BLOCK; i++) {
            int far = w[i - 15];
            int near = w[i - 2];
            int first = (far >>> 7 | far << 25) ^ (far >>> 18 | far << 14) ^ far >>> 3;
            int second = (near >>> 17 | near << 15) ^ (near >>> 19 | near << 13) ^ near >>> 10;
            w[i] = w[i - 16] + first + w[i - 7] + second;
        }
    }

    private void add() {
        int[] as = a;
        int[] es = e;
        for (int i = 0; i < BLOCK; i++) {
            int x = es[i + 3];
            int rotated = (x >>> 6 | x << 26) ^ (x >>> 11 | x << 21) ^ (x >>> 25 | x << 7);
            int first = es[i] + rotated + (x & es[i + 2] ^ ~x & es[i + 1]) + CUBE_ROOTS[i] + word[i];
            es[i + 4] = as[i] + first;
            int y = as[i + 3];
            int b = as[i + 2];
            int c = as[i + 1];
            rotated = (y >>> 2 | y << 30) ^ (y >>> 13 | y << 19) ^ (y >>> 22 | y << 10);
            as[i + 4] = first + rotated + (y & b ^ y & c ^ b & c);
        }
        for (int i = 0; i < 4; i++) {
            as[i] += as[BLOCK + i];
            es[i] += es[BLOCK + i];
        }
    }
}
