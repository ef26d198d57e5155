package dev.sequential.engine.loops;

import dev.sequential.engine.Unary;

/** The functions of a {@link Unary} that are made of exponentials and logarithms, for many numbers at a time. */
final class Curves {
    /** Twice the argument from which on the hyperbolic tangent is 1. */
    private static final float FLAT = 20;

    private final Exponential exponential;
    private final Logarithm logarithm;
    private final float[] given;
    private final float[] power;

    private Curves(int length) {
        exponential = new Exponential(length);
        logarithm = new Logarithm(length);
        given = new float[length];
        power = new float[length];
    }

    /** The loop of such a function for up to {@code length} numbers, or {@code null} if it is no such function. */
    static UnaryLoop of(Unary.Kind kind, int length) {
        return switch (kind) {
            case EXP -> new Exponential(length)::exp;
            case EXPM1 -> new Exponential(length)::expm1;
            case LOG -> new Logarithm(length)::log;
            case LOG1P -> new Logarithm(length)::log1p;
            case TANH -> new Curves(length)::tanh;
            case SIGMOID -> new Curves(length)::sigmoid;
            case SOFTPLUS -> new Curves(length)::softplus;
            default -> null;
        };
    }

    /** {@code m / (m + 2)} with {@code m = e^2x - 1}. */
    private void tanh(float[] x, float[] y, int n) {
        doubled(x, power, n);
        exponential.expm1(power, power, n);
        for (int i = 0; i < n; i++) y[i] = power[i] / (power[i] + 2);
    }

    private static void doubled(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(Math.max(2 * x[i], -FLAT), FLAT);
    }

    /** {@code 1 / (1 + e^-x)}. */
    private void sigmoid(float[] x, float[] y, int n) {
        negated(x, power, n);
        exponential.exp(power, power, n);
        for (int i = 0; i < n; i++) y[i] = 1 / (1 + power[i]);
    }

    private static void negated(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = -x[i];
    }

    /** {@code max(x, 0) + ln(1 + e^-|x|)}. */
    private void softplus(float[] x, float[] y, int n) {
        System.arraycopy(x, 0, given, 0, n);
        withoutSign(given, power, n);
        exponential.exp(power, power, n);
        logarithm.log1p(power, power, n);
        for (int i = 0; i < n; i++) y[i] = Math.max(given[i], 0f) + power[i];
    }

    private static void withoutSign(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = -Math.abs(x[i]);
    }
}
