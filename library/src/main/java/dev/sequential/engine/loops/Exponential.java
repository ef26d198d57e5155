package dev.sequential.engine.loops;

/**
 * {@code e^x} and {@code e^x - 1} of many numbers to the last or last but one digit, in loops without branches and calls,
 * which vectorise: {@code x = k ln 2 + r}, a Taylor polynomial of r, and {@code 2^k} put together from its bits. Where
 * bits are read or made, an array is copied into one of the other type, since no vector instruction of the compiler does
 * that.
 */
final class Exponential {
    /** Added to a small number, it leaves the nearest integer in the last bits. */
    static final float MAGIC = 0x1.8p23f;

    static final int MAGIC_BITS = 0x4b400000;
    static final int BIAS = 127;
    static final int MANTISSA = 23;
    private static final float INVERSE_LN2 = (float) (1 / Math.log(2));
    /** ln 2 in two parts, of which the first has so few digits that its product with k is exact. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = (float) (Math.log(2) - 0.693359375);
    /** Beyond these, e^x is 0 or infinite in float32. */
    private static final float LOWEST = -104;

    private static final float HIGHEST = 89;
    /** 1/n!. */
    private static final float C2 = 1f / 2;

    private static final float C3 = 1f / 6;
    private static final float C4 = 1f / 24;
    private static final float C5 = 1f / 120;
    private static final float C6 = 1f / 720;
    private static final float C7 = 1f / 5040;

    private final float[] shifted;
    private final float[] polynomial;
    private final float[] one;
    private final float[] other;
    private final int[] bits;
    private final int[] rest;

    /** For up to so many numbers at a time. */
    Exponential(int length) {
        shifted = new float[length];
        polynomial = new float[length];
        one = new float[length];
        other = new float[length];
        bits = new int[length];
        rest = new int[length];
    }

    /** {@code y = e^x}; both may be one array. */
    void exp(float[] x, float[] y, int n) {
        reduce(x, shifted, polynomial, n, LOWEST, HIGHEST);
        Native.reinterpret(shifted, bits, n);
        powers(bits, rest, n);
        Native.reinterpret(bits, one, n);
        Native.reinterpret(rest, other, n);
        scale(polynomial, one, other, y, n);
    }

    /** {@code y = e^x - 1}, exact near 0 too; both may be one array. */
    void expm1(float[] x, float[] y, int n) {
        reduce(x, shifted, polynomial, n, LOWEST, HIGHEST);
        Native.reinterpret(shifted, bits, n);
        halves(bits, n);
        Native.reinterpret(bits, one, n);
        scaleLess1(polynomial, one, y, n);
    }

    /** k, shifted so that it is in the last bits, and e^r - 1. */
    private static void reduce(float[] x, float[] shifted, float[] polynomial, int n, float low, float high) {
        for (int i = 0; i < n; i++) {
            float v = Math.min(Math.max(x[i], low), high);
            float t = v * INVERSE_LN2 + MAGIC;
            float k = t - MAGIC;
            float r = v - k * LN2_HIGH - k * LN2_LOW;
            float p = ((((C7 * r + C6) * r + C5) * r + C4) * r + C3) * r + C2;
            shifted[i] = t;
            polynomial[i] = p * r * r + r;
        }
    }

    /** 2^k as a product of two numbers, since k may be beyond the exponents of one. */
    private static void powers(int[] bits, int[] rest, int n) {
        for (int i = 0; i < n; i++) {
            int k = bits[i] - MAGIC_BITS;
            int half = k >> 1;
            bits[i] = half + BIAS << MANTISSA;
            rest[i] = k - half + BIAS << MANTISSA;
        }
    }

    private static void scale(float[] p, float[] one, float[] other, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (p[i] + 1) * one[i] * other[i];
    }

    /** {@code 2^(k-1)}, 0 where that is too small to matter. */
    private static void halves(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            int k = Math.max(bits[i] - MAGIC_BITS - 1, -BIAS);
            bits[i] = k + BIAS << MANTISSA;
        }
    }

    private static void scaleLess1(float[] p, float[] half, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = 2 * (p[i] * half[i] + (half[i] - 0.5f));
    }
}
