package dev.sequential.engine.loops;

import dev.sequential.engine.Binary;

/** A function of the first {@code n} elements of two arrays, into a third, which may be one of them. */
@FunctionalInterface
interface BinaryLoop {
    int ONE = 0x3f800000;

    void apply(float[] x, float[] y, float[] z, int n);

    /** 1 or 0 without a branch, which data would mispredict. */
    static float truth(boolean condition) {
        return Float.intBitsToFloat(condition ? ONE : 0);
    }

    /** The loop of an operation. Each is a method of its own, which the compiler vectorises on its own. */
    static BinaryLoop of(Binary.Kind kind) {
        return switch (kind) {
            case ADD ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = x[i] + y[i];
                };
            case SUBTRACT ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = x[i] - y[i];
                };
            case MULTIPLY ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = x[i] * y[i];
                };
            case DIVIDE ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = x[i] / y[i];
                };
            case MAXIMUM ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = Math.max(x[i], y[i]);
                };
            case MINIMUM ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = Math.min(x[i], y[i]);
                };
            case POWER ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = (float) Math.pow(x[i], y[i]);
                };
            case GREATER ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = truth(x[i] > y[i]);
                };
            case GREATER_EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = truth(x[i] >= y[i]);
                };
            case EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = truth(x[i] == y[i]);
                };
        };
    }
}
