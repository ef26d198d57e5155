package dev.sequential.engine.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Unary;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectorising functions against {@link Math}, over all of float32. */
class Curves_AccuracyTest {
    private static final int N = 500;

    private static DoubleUnaryOperator exact(Unary.Kind kind) {
        return switch (kind) {
            case EXP -> Math::exp;
            case EXPM1 -> Math::expm1;
            case LOG -> Math::log;
            case LOG1P -> Math::log1p;
            case TANH -> Math::tanh;
            case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
            case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            default -> throw new IllegalArgumentException();
        };
    }

    private static float[] apply(Unary.Kind kind, float... x) {
        float[] y = new float[x.length];
        Curves.of(kind, x.length).apply(x, y, x.length);
        return y;
    }

    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG", "LOG1P", "TANH", "SIGMOID", "SOFTPLUS"})
    void isWithinAFewUnitsOfTheLastDigit(Unary.Kind kind) {
        Random random = new Random(3);
        double worst = 0;
        float where = 0;
        for (int round = 0; round < 400; round++) {
            float[] x = new float[N];
            double span = Math.exp(random.nextDouble() * 12 - 7);
            for (int i = 0; i < N; i++) x[i] = (float) (random.nextGaussian() * span);
            float[] y = apply(kind, x);
            for (int i = 0; i < N; i++) {
                double e = exact(kind).applyAsDouble(x[i]);
                if (Double.isNaN(e) || Math.abs(e) > Float.MAX_VALUE || Math.abs(e) < Float.MIN_NORMAL) continue;
                double error = Math.abs(y[i] - e) / Math.ulp((float) e);
                if (error > worst) {
                    worst = error;
                    where = x[i];
                }
            }
        }
        assertThat(worst).as("units of the last digit, at %s", where).isLessThan(5);
    }

    static Stream<Arguments> ends() {
        float inf = Float.POSITIVE_INFINITY;
        float nan = Float.NaN;
        return Stream.of(
                Arguments.of(
                        Unary.Kind.EXP, new float[] {0, -inf, inf, 200, -200, nan}, new float[] {1, 0, inf, inf, 0, nan
                        }),
                Arguments.of(Unary.Kind.EXPM1, new float[] {0, -inf, inf, 200, -200, nan}, new float[] {
                    0, -1, inf, inf, -1, nan
                }),
                Arguments.of(Unary.Kind.LOG, new float[] {1, 0, inf, -1, nan, 1e-45f}, new float[] {
                    0, -inf, inf, nan, nan, -103.27893f
                }),
                Arguments.of(Unary.Kind.LOG1P, new float[] {0, -1, inf, -2, nan}, new float[] {0, -inf, inf, nan, nan}),
                Arguments.of(Unary.Kind.TANH, new float[] {0, -inf, inf, 50, nan}, new float[] {0, -1, 1, 1, nan}),
                Arguments.of(
                        Unary.Kind.SIGMOID, new float[] {0, -inf, inf, -150, nan}, new float[] {0.5f, 0, 1, 0, nan}),
                Arguments.of(Unary.Kind.SOFTPLUS, new float[] {-inf, inf, 1000, -1000, nan}, new float[] {
                    0, inf, 1000, 0, nan
                }));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void endsAreThoseOfIeee(Unary.Kind kind, float[] x, float[] y) {
        assertThat(apply(kind, x)).containsExactly(y);
    }

    @Test
    void smallPowersFadeOutGradually() {
        assertThat(apply(Unary.Kind.EXP, -95f)[0])
                .isCloseTo((float) Math.exp(-95), org.assertj.core.api.Assertions.within(2e-45f));
    }

    @Test
    void errorFunctionIsExactToFloat() {
        for (double x = -5; x < 5; x += 0.00137) {
            double h = x / 4000;
            double sum = (1 + Math.exp(-x * x)) / 2;
            for (int i = 1; i < 4000; i++) sum += Math.exp(-i * h * i * h);
            double erf = 2 / Math.sqrt(Math.PI) * sum * h;
            assertThat(Functions.erf(x))
                    .isCloseTo(erf, org.assertj.core.api.Assertions.within(2e-8 * Math.abs(erf) + 1e-12));
        }
    }
}
