package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Report_TimingsTest {
    private static Timing timing(String contender, Double... ms) {
        return new Timing("mlp_b32", "fit", contender, List.of(ms));
    }

    @Test
    void showsLeastAndMedianAndTheRatioToTheBestOther() {
        var timings = List.of(
                timing("sequential", 1.25, 1.0, 2.0),
                timing("keras-jax", 2.5, 1.8, 9.0),
                timing("keras-tensorflow", 12.0, 11.0, 10.0));
        assertThat(Report.timings(timings)).isEqualTo("""
                least / median     sequential      keras-jax  keras-tensorflow  best Keras / ours
                mlp_b32         1.000 / 1.250  1.800 / 2.500   10.000 / 11.000      1.80x / 2.00x
                """);
    }

    @Test
    void leavesTheRatioOutWhereNobodyElseTakesPart() {
        assertThat(Report.timings(List.of(timing("sequential", 3.0, 1.0)))).isEqualTo("""
                least / median     sequential
                mlp_b32         1.000 / 2.000
                """);
    }

    @Test
    void showsAccuracyAndSeconds() {
        Map<String, Mnist.Result> results = new LinkedHashMap<>();
        results.put("sequential", new Mnist.Result(0.98125, 7.25));
        results.put("keras-jax", new Mnist.Result(0.9801, 12));
        assertThat(Report.mnist(results)).isEqualTo("""
                MNIST, 5 epochs  test accuracy  seconds
                sequential              0.9813      7.3
                keras-jax               0.9801     12.0
                """);
    }
}
