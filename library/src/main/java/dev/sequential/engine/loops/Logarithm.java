package dev.sequential.engine.loops;

/**
 * {@code ln x} and {@code ln(1+x)} of many numbers to the last or last but one digit, in loops that vectorise:
 * {@code x = 2^k m} with m around 1, and the series of {@code ln m = 2 artanh((m-1)/(m+1))}. Numbers that are not
 * positive, not finite or too small to have all digits are done again one by one.
 */
final class Logarithm {
    /** The bits of √½: m lies between it and √2. */
    private static final int ROOT_HALF = 0x3f3504f3;

    private static final int LEAST_NORMAL = 0x00800000;
    private static final int LARGEST = 0x7f7fffff;
    private static final float L1 = 2f / 3;
    private static final float L2 = 2f / 5;
    private static final float L3 = 2f / 7;
    private static final float L4 = 2f / 9;
    private static final float L5 = 2f / 11;

    private final float[] given;
    private final float[] mantissa;
    private final float[] exponent;
    private final float[] sum;
    private final int[] bits;
    private final int[] powers;

    /** For up to so many numbers at a time. */
    Logarithm(int length) {
        given = new float[length];
        mantissa = new float[length];
        exponent = new float[length];
        sum = new float[length];
        bits = new int[length];
        powers = new int[length];
    }

    /** {@code y = ln x}; both may be one array. */
    void log(float[] x, float[] y, int n) {
        System.arraycopy(x, 0, given, 0, n);
        boolean plain = split(given, n);
        series(mantissa, exponent, y, n);
        if (plain) return;
        for (int i = 0; i < n; i++) if (!isPlain(given[i])) y[i] = (float) Math.log(given[i]);
    }

    /** {@code y = ln(1+x)}, exact near 0 too; both may be one array. */
    void log1p(float[] x, float[] y, int n) {
        System.arraycopy(x, 0, given, 0, n);
        add1(given, sum, n);
        boolean plain = split(sum, n);
        series(mantissa, exponent, y, n);
        correct(given, sum, y, n);
        if (plain) return;
        for (int i = 0; i < n; i++) if (!isPlain(sum[i])) y[i] = (float) Math.log1p(given[i]);
    }

    private static boolean isPlain(float v) {
        return v >= Float.MIN_NORMAL && v <= Float.MAX_VALUE;
    }

    /** Whether all numbers are positive, finite and normal; fills mantissas and exponents. */
    private boolean split(float[] x, int n) {
        Native.reinterpret(x, bits, n);
        int odd = oddities(bits, n);
        parts(bits, powers, n);
        Native.reinterpret(bits, mantissa, n);
        Native.reinterpret(powers, exponent, n);
        return odd >= 0;
    }

    /** Negative if any of these bits is no positive normal number. */
    private static int oddities(int[] bits, int n) {
        int odd = 0;
        for (int i = 0; i < n; i++) odd |= bits[i] - LEAST_NORMAL | LARGEST - bits[i];
        return odd;
    }

    /** The bits of m and those of k, the latter shifted to be read as a float. */
    private static void parts(int[] bits, int[] powers, int n) {
        for (int i = 0; i < n; i++) {
            int k = bits[i] - ROOT_HALF >> Exponential.MANTISSA;
            bits[i] -= k << Exponential.MANTISSA;
            powers[i] = k + Exponential.MAGIC_BITS;
        }
    }

    private static void series(float[] mantissa, float[] exponent, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float f = mantissa[i] - 1;
            float k = exponent[i] - Exponential.MAGIC;
            float s = f / (2 + f);
            float z = s * s;
            float r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * L5))));
            float h = 0.5f * f * f;
            y[i] = k * Exponential.LN2_HIGH + (f - (h - (s * (h + r) + k * Exponential.LN2_LOW)));
        }
    }

    private static void add1(float[] x, float[] sum, int n) {
        for (int i = 0; i < n; i++) sum[i] = 1 + x[i];
    }

    /** Adds what rounding {@code 1+x} lost. */
    private static void correct(float[] x, float[] sum, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] += (x[i] - (sum[i] - 1)) / sum[i];
    }
}
