package dev.sequential.layers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The hash functions by which Keras puts strings into bins: FarmHash's Fingerprint64 (Pike and Alakuijala, 2014), a
 * published algorithm with fixed results, and {@link SipHash} where there is a key.
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
        return (int) Long.remainderUnsigned(SipHash.of(bytes(text), key0, key1), bins);
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
        long seed = 81;
        long x = seed * K2 + s.getLong(0);
        long y = seed * K1 + 113;
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
}
