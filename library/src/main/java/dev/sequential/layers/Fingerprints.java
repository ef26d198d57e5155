package dev.sequential.layers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The two hash functions by which Keras puts strings into bins: FarmHash's Fingerprint64 (Pike and Alakuijala, 2014) and
 * SipHash-2-4 (Aumasson and Bernstein, 2012). Both are published algorithms with fixed results.
 */
final class Fingerprints {
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;

    private Fingerprints() {}

    /** The bin of a string by its fingerprint. */
    static int bin(String text, int bins) {
        return (int) Long.remainderUnsigned(farm(bytes(text)), bins);
    }

    /** The bin of a string by a keyed hash. */
    static int bin(String text, int bins, long key0, long key1) {
        return (int) Long.remainderUnsigned(sip(bytes(text), key0, key1), bins);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The fingerprint of a string. */
    static long farm(String text) {
        return farm(bytes(text));
    }

    /** One fingerprint of two, in order: MurmurHash64A's step (Appleby). */
    static long joined(long a, long b) {
        long mul = 0xc6a4a7935bd1e995L;
        long mixed = ((a ^ mul) ^ shift(b * mul) * mul) * mul;
        return shift(shift(mixed) * mul);
    }

    private static long farm(ByteBuffer s) {
        int n = s.capacity();
        if (n <= 16) return upTo16(s, n);
        if (n <= 32) return upTo32(s, n);
        return n <= 64 ? upTo64(s, n) : longer(s, n);
    }

    private static long upTo16(ByteBuffer s, int n) {
        long mul = K2 + n * 2L;
        if (n >= 8) {
            long a = s.getLong(0) + K2;
            long b = s.getLong(n - 8);
            return mix(Long.rotateRight(b, 37) * mul + a, (Long.rotateRight(a, 25) + b) * mul, mul);
        }
        if (n >= 4) return mix(n + (unsigned(s, 0) << 3), unsigned(s, n - 4), mul);
        if (n == 0) return K2;
        int y = (s.get(0) & 0xff) + ((s.get(n >> 1) & 0xff) << 8);
        int z = n + ((s.get(n - 1) & 0xff) << 2);
        return shift(y * K2 ^ z * K0) * K2;
    }

    private static long upTo32(ByteBuffer s, int n) {
        long mul = K2 + n * 2L;
        long a = s.getLong(0) * K1;
        long b = s.getLong(8);
        long c = s.getLong(n - 8) * mul;
        long d = s.getLong(n - 16) * K2;
        return mix(
                Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d, a + Long.rotateRight(b + K2, 18) + c, mul);
    }

    private static long upTo64(ByteBuffer s, int n) {
        long mul = K2 + n * 2L;
        long a = s.getLong(0) * K2;
        long b = s.getLong(8);
        long c = s.getLong(n - 8) * mul;
        long d = s.getLong(n - 16) * K2;
        long y = Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d;
        long z = mix(y, a + Long.rotateRight(b + K2, 18) + c, mul);
        long e = s.getLong(16) * mul;
        long f = s.getLong(24);
        long g = (y + s.getLong(n - 32)) * mul;
        long h = (z + s.getLong(n - 24)) * mul;
        return mix(Long.rotateRight(e + f, 43) + Long.rotateRight(g, 30) + h, e + Long.rotateRight(f + a, 18) + g, mul);
    }

    private static long longer(ByteBuffer s, int n) {
        long[] v = new long[2];
        long[] w = new long[2];
        long x = 81 * K2 + s.getLong(0);
        long y = 81 * K1 + 113;
        long z = shift(y * K2 + 113) * K2;
        int end = (n - 1) / 64 * 64;
        int rest = n - 1 & 63;
        for (int at = 0; at <= end; at += 64) {
            boolean last = at == end;
            int i = last ? end + rest - 63 : at;
            long mul = last ? K1 + ((z & 0xff) << 1) : K1;
            if (last) {
                w[0] += rest;
                v[0] += w[0];
                w[0] += v[0];
            }
            x = Long.rotateRight(x + y + v[0] + s.getLong(i + 8), 37) * mul;
            y = Long.rotateRight(y + v[1] + s.getLong(i + 48), 42) * mul;
            x ^= last ? w[1] * 9 : w[1];
            y += (last ? v[0] * 9 : v[0]) + s.getLong(i + 40);
            z = Long.rotateRight(z + w[0], 33) * mul;
            v = weak(s, i, v[1] * mul, x + w[0]);
            w = weak(s, i + 32, z + w[1], y + s.getLong(i + 16));
            long swap = z;
            z = x;
            x = swap;
            if (last) return mix(mix(v[0], w[0], mul) + shift(y) * K0 + z, mix(v[1], w[1], mul) + x, mul);
        }
        throw new IllegalStateException("unreachable");
    }

    private static long[] weak(ByteBuffer s, int i, long a, long b) {
        a += s.getLong(i);
        b = Long.rotateRight(b + a + s.getLong(i + 24), 21);
        long c = a;
        a += s.getLong(i + 8) + s.getLong(i + 16);
        b += Long.rotateRight(a, 44);
        return new long[] {a + s.getLong(i + 24), b + c};
    }

    private static long mix(long u, long v, long mul) {
        long a = shift((u ^ v) * mul);
        return shift((v ^ a) * mul) * mul;
    }

    private static long shift(long x) {
        return x ^ x >>> 47;
    }

    private static long unsigned(ByteBuffer s, int at) {
        return s.getInt(at) & 0xffffffffL;
    }

    private static long sip(ByteBuffer s, long key0, long key1) {
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
