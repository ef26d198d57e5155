package dev.sequential.engine.loops;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Op;
import dev.sequential.engine.Unary;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Element-wise operations on integers: places and counts, never many. */
final class IntLoops {
    private IntLoops() {}

    /** Whether a function has a meaning for integers. */
    static boolean isKnown(Unary.Kind kind) {
        return switch (kind) {
            case AFFINE, ABS, SIGN, SQUARE, RELU, CLIP, FLOOR, CEIL, ROUND, GREATER, GREATER_EQUAL, EQUAL -> true;
            default -> false;
        };
    }

    static Step of(Op op, Object[] in, int[] out) {
        int[] x = (int[]) in[0];
        if (op instanceof Unary unary) {
            IntUnaryOperator f = function(unary);
            return (from, n) -> {
                for (int i = 0; i < n; i++) out[i] = f.applyAsInt(x[i]);
            };
        }
        int[] y = (int[]) in[1];
        IntBinaryOperator f = function(((Binary) op).kind());
        return (from, n) -> {
            for (int i = 0; i < n; i++) out[i] = f.applyAsInt(x[i], y[i]);
        };
    }

    private static IntUnaryOperator function(Unary op) {
        double a = op.a();
        double b = op.b();
        return switch (op.kind()) {
            case AFFINE -> v -> (int) (a * v + b);
            case ABS -> Math::abs;
            case SIGN -> Integer::signum;
            case SQUARE -> v -> v * v;
            case RELU -> v -> Math.max(v, 0);
            case CLIP -> v -> (int) Math.min(Math.max(v, a), b);
            case FLOOR, CEIL, ROUND -> v -> v;
            case GREATER -> v -> v > a ? 1 : 0;
            case GREATER_EQUAL -> v -> v >= a ? 1 : 0;
            case EQUAL -> v -> v == a ? 1 : 0;
            default -> throw new IllegalArgumentException(op.kind() + " of integers");
        };
    }

    /** Division cuts off towards 0; a division by 0 gives 0. */
    private static IntBinaryOperator function(Binary.Kind kind) {
        return switch (kind) {
            case ADD -> Integer::sum;
            case SUBTRACT -> (a, b) -> a - b;
            case MULTIPLY -> (a, b) -> a * b;
            case DIVIDE -> (a, b) -> b == 0 ? 0 : a / b;
            case MAXIMUM -> Math::max;
            case MINIMUM -> Math::min;
            case POWER -> (a, b) -> (int) Math.pow(a, b);
            case GREATER -> (a, b) -> a > b ? 1 : 0;
            case GREATER_EQUAL -> (a, b) -> a >= b ? 1 : 0;
            case EQUAL -> (a, b) -> a == b ? 1 : 0;
        };
    }
}
