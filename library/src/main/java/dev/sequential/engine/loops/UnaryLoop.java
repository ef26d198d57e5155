package dev.sequential.engine.loops;

import dev.sequential.engine.Unary;

/** A function of each of the first {@code n} elements of {@code x}, into {@code y}; both may be one array. */
@FunctionalInterface
interface UnaryLoop {
    void apply(float[] x, float[] y, int n);

    /** A function of one number, for those that no vector instruction computes. */
    @FunctionalInterface
    interface Scalar {
        double apply(double x);
    }

    /** The loop of an operation on up to {@code length} elements. Each is a method of its own, which the compiler vectorises on its own. */
    static UnaryLoop of(Unary op, int length) {
        UnaryLoop curve = Curves.of(op.kind(), length);
        return curve != null ? curve : simple(op);
    }

    private static UnaryLoop simple(Unary op) {
        float a = (float) op.a();
        float b = (float) op.b();
        return switch (op.kind()) {
            case AFFINE -> affine(a, b);
            case ABS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = Math.abs(x[i]);
                };
            case SIGN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = Math.signum(x[i]);
                };
            case SQUARE ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = x[i] * x[i];
                };
            case RECIPROCAL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = 1 / x[i];
                };
            case SQRT ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = (float) Math.sqrt(x[i]);
                };
            case RSQRT ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = 1 / (float) Math.sqrt(x[i]);
                };
            case RELU ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = Math.max(x[i], 0f);
                };
            case CLIP ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = Math.min(Math.max(x[i], a), b);
                };
            case POWER -> power(op.a());
            case GREATER ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = BinaryLoop.truth(x[i] > a);
                };
            case GREATER_EQUAL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = BinaryLoop.truth(x[i] >= a);
                };
            case EQUAL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) y[i] = BinaryLoop.truth(x[i] == a);
                };
            case SIN -> each(Math::sin);
            case COS -> each(Math::cos);
            case FLOOR -> each(Math::floor);
            case CEIL -> each(Math::ceil);
            case ROUND -> each(Math::rint);
            case ERF -> each(Functions::erf);
            default -> throw new IllegalArgumentException("No loop for " + op);
        };
    }

    private static UnaryLoop affine(float a, float b) {
        if (b == 0) {
            return (x, y, n) -> {
                for (int i = 0; i < n; i++) y[i] = a * x[i];
            };
        }
        if (a == 1) {
            return (x, y, n) -> {
                for (int i = 0; i < n; i++) y[i] = x[i] + b;
            };
        }
        return (x, y, n) -> {
            for (int i = 0; i < n; i++) y[i] = a * x[i] + b;
        };
    }

    private static UnaryLoop power(double a) {
        if (a == 1) return (x, y, n) -> System.arraycopy(x, 0, y, 0, n);
        if (a == 2) return simple(Unary.of(Unary.Kind.SQUARE));
        if (a == -1) return simple(Unary.of(Unary.Kind.RECIPROCAL));
        return each(v -> Math.pow(v, a));
    }

    private static UnaryLoop each(Scalar f) {
        return (x, y, n) -> {
            for (int i = 0; i < n; i++) y[i] = (float) f.apply(x[i]);
        };
    }
}
