package dev.sequential.engine;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What {@link Reference} does to one element, or to two. */
final class ReferenceFunctions {
    private ReferenceFunctions() {}

    static DoubleUnaryOperator of(Unary u) {
        double a = (float) u.a();
        double b = (float) u.b();
        return switch (u.kind()) {
            case AFFINE -> x -> a * x + b;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case EXP -> Math::exp;
            case EXPM1 -> Math::expm1;
            case LOG -> Math::log;
            case LOG1P -> Math::log1p;
            case SQRT -> Math::sqrt;
            case RSQRT -> x -> 1 / Math.sqrt(x);
            case SQUARE -> x -> x * x;
            case RECIPROCAL -> x -> 1 / x;
            case SIN -> Math::sin;
            case COS -> Math::cos;
            case TANH -> Math::tanh;
            case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
            case SOFTPLUS -> x -> x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
            case ERF -> ReferenceFunctions::erf;
            case RELU -> x -> Math.max(x, 0);
            case POWER -> x -> Math.pow(x, u.a());
            case CLIP -> x -> Math.min(Math.max(x, a), b);
            case FLOOR -> Math::floor;
            case CEIL -> Math::ceil;
            case ROUND -> Math::rint;
            case GREATER -> x -> x > a ? 1 : 0;
            case GREATER_EQUAL -> x -> x >= a ? 1 : 0;
            case EQUAL -> x -> x == a ? 1 : 0;
        };
    }

    static DoubleBinaryOperator of(Binary.Kind kind) {
        return switch (kind) {
            case ADD -> Double::sum;
            case SUBTRACT -> (x, y) -> x - y;
            case MULTIPLY -> (x, y) -> x * y;
            case DIVIDE -> (x, y) -> x / y;
            case MAXIMUM -> Math::max;
            case MINIMUM -> Math::min;
            case POWER -> Math::pow;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
        };
    }

    /** By 2,000 trapezoids. */
    private static double erf(double x) {
        double h = x / 2000;
        double sum = (1 + Math.exp(-x * x)) / 2;
        for (int i = 1; i < 2000; i++) sum += Math.exp(-i * h * i * h);
        return 2 / Math.sqrt(Math.PI) * sum * h;
    }
}
