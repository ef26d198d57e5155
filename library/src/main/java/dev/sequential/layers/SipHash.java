package dev.sequential.layers;

import java.nio.ByteBuffer;

/** SipHash-2-4, a published hash function with a key (Aumasson and Bernstein, 2012). */
final class SipHash {
    private SipHash() {}

    /** The hash of some bytes, which are read in little-endian order. */
    static long of(ByteBuffer s, long key0, long key1) {
        long[] v = {
            key0 ^ 0x736f6d6570736575L,
            key1 ^ 0x646f72616e646f6dL,
            key0 ^ 0x6c7967656e657261L,
            key1 ^ 0x7465646279746573L
        };
        int n = s.capacity();
        int whole = n / 8 * 8;
        for (int i = 0; i < whole; i += 8) absorb(v, s.getLong(i));
        long tail = (long) n << 56;
        for (int i = whole; i < n; i++) tail |= (s.get(i) & 0xffL) << 8 * (i - whole);
        absorb(v, tail);
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) round(v);
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void absorb(long[] v, long word) {
        v[3] ^= word;
        round(v);
        round(v);
        v[0] ^= word;
    }

    private static void round(long[] v) {
        v[0] += v[1];
        v[2] += v[3];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[1];
        v[0] += v[3];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] = Long.rotateLeft(v[2], 32);
    }
}
