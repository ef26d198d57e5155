package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Randoms_DistributionTest {
    private static final int N = 200_000;

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.5, 2", "0.8, 1.25"})
    void bernoulliHasItsProbability(double a, double b) {
        double[] x = draw(new RandomOp(RandomOp.Kind.BERNOULLI, a, b, 3, type()), 7);

        assertThat(x).containsOnly(0, (float) b);
        assertThat(mean(x) / b).isCloseTo(a, within(0.005));
    }

    @Test
    void uniformFillsItsIntervalEvenly() {
        double[] x = draw(new RandomOp(RandomOp.Kind.UNIFORM, -1, 3, 3, type()), 7);

        assertThat(mean(x)).isCloseTo(1, within(0.02));
        assertThat(deviation(x)).isCloseTo(4 / Math.sqrt(12), within(0.01));
        for (double v : x) assertThat(v).isGreaterThanOrEqualTo(-1).isLessThan(3);
    }

    @Test
    void uniformStaysBelowItsBoundWhereRoundingWouldReachIt() {
        assertThat(Randoms.uniform(-1, 1, 1, Randoms.top(1, 2))).isLessThan(2);
    }

    @Test
    void normalHasItsMoments() {
        double[] x = draw(new RandomOp(RandomOp.Kind.NORMAL, 2, 0.5, 3, type()), 7);

        assertThat(mean(x)).isCloseTo(2, within(0.005));
        assertThat(deviation(x)).isCloseTo(0.5, within(0.005));
        double beyond =
                IntStream.range(0, N).filter(i -> Math.abs(x[i] - 2) > 1).count();
        assertThat(beyond / N).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void runsStreamsAndNeighboursAreIndependent() {
        RandomOp op = new RandomOp(RandomOp.Kind.NORMAL, 0, 1, 3, type());
        double[] x = draw(op, 7);

        assertThat(correlation(x, draw(op, 8), 0)).isCloseTo(0, within(0.01));
        assertThat(correlation(x, draw(new RandomOp(op.kind(), 0, 1, 4, type()), 7), 0))
                .isCloseTo(0, within(0.01));
        for (int lag : new int[] {1, 2, 8, 512})
            assertThat(correlation(x, x, lag)).isCloseTo(0, within(0.01));
    }

    @Test
    void oneKeyGivesTheSameNumbersAgain() {
        RandomOp op = new RandomOp(RandomOp.Kind.UNIFORM, 0, 1, 3, type());

        assertThat(draw(op, 7)).isEqualTo(draw(op, 7)).isNotEqualTo(draw(op, 8));
    }

    private static Type type() {
        return new Type(Shape.of(N), DType.FLOAT32);
    }

    private static double[] draw(RandomOp op, long key) {
        return IntStream.range(0, N).mapToDouble(i -> Randoms.value(op, key, i)).toArray();
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) sum += v;
        return sum / x.length;
    }

    private static double deviation(double[] x) {
        double mean = mean(x);
        double sum = 0;
        for (double v : x) sum += (v - mean) * (v - mean);
        return Math.sqrt(sum / x.length);
    }

    private static double correlation(double[] x, double[] y, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < N; i++) sum += x[i] * y[i + lag];
        return sum / (N - lag);
    }
}
