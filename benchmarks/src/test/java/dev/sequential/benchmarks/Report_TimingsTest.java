package dev.sequential.benchmarks;

import static dev.sequential.benchmarks.ResultsFixtures.limit;
import static dev.sequential.benchmarks.ResultsFixtures.timing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Report_TimingsTest {
    @Test
    void showsLeastAndMedianAndTheRatioToTheBestOther() {
        var timings = List.of(
                timing(Measure.FIT, "sequential", 1.25, 1.0, 2.0),
                timing(Measure.FIT, "keras-jax", 2.5, 1.8, 9.0),
                timing(Measure.FIT, "keras-tensorflow", 120.0, 110.0, 100.0));
        assertThat(Report.timings(timings, List.of())).isEqualTo("""
                | least / median |    sequential |     keras-jax | keras-tensorflow | best other / ours |
                | -------------- | ------------: | ------------: | ---------------: | ----------------: |
                | mlp_b32        | 1.000 / 1.250 | 1.800 / 2.500 |    100.0 / 110.0 |     1.80x / 2.00x |
                """);
    }

    @Test
    void leavesTheRatioOutWhereNobodyElseTakesPart() {
        assertThat(Report.timings(List.of(timing(Measure.FIT, "sequential", 3.0, 1.0)), List.of()))
                .isEqualTo("""
                | least / median |    sequential |
                | -------------- | ------------: |
                | mlp_b32        | 1.000 / 2.000 |
                """);
    }

    @Test
    void showsHowFarTheLimitIs() {
        var timings = List.of(timing(Measure.FIT, "sequential", 3.0, 1.0));
        assertThat(Report.timings(timings, List.of(limit(0.5)))).isEqualTo("""
                | least / median |    sequential | limit |  ours / limit |
                | -------------- | ------------: | ----: | ------------: |
                | mlp_b32        | 1.000 / 2.000 | 0.500 | 2.00x / 4.00x |
                """);
    }

    @Test
    void leavesCellsEmptyOfWhoCannotDoTheCase() {
        var timings = List.of(
                timing(Measure.FIRST_STEP, "sequential", 100.0),
                timing(Measure.FIRST_STEP, "keras-jax", 250.0),
                timing(Measure.FIRST_STEP, "dl4j"));
        assertThat(Report.timings(timings, List.of(limit(0.5)))).isEqualTo("""
                |         | sequential | keras-jax | dl4j | best other / ours |
                | ------- | ---------: | --------: | ---: | ----------------: |
                | mlp_b32 |      100.0 |     250.0 |      |             2.50x |
                """);
    }

    @Test
    void showsAllThatARunFound() {
        assertThat(Report.of(ResultsFixtures.results())).isEqualTo("""
                - sequential: Sequential on JDK 17
                - keras-jax: Keras 3 on jax 1
                - Some CPU, 2 processors: 350 GFLOP/s in a product, 20.0 GB/s in a copy
                - 2026-11-27, 2 rounds, taking turns

                Training, ms per step

                | least / median |    sequential |     keras-jax | best other / ours | limit |  ours / limit |
                | -------------- | ------------: | ------------: | ----------------: | ----: | ------------: |
                | mlp_b32        | 1.000 / 1.125 | 2.000 / 2.500 |     2.00x / 2.22x | 0.500 | 2.00x / 2.25x |

                Java heap allocated per training step, kB

                |         | sequential | keras-jax | best other / ours |
                | ------- | ---------: | --------: | ----------------: |
                | mlp_b32 |      0.500 |           |                   |
                """);
    }

    @Test
    void showsAccuracyAndSeconds() {
        Map<String, Mnist.Result> results = new LinkedHashMap<>();
        results.put("sequential", new Mnist.Result(0.98125, 7.25));
        results.put("keras-jax", new Mnist.Result(0.9801, 12));
        assertThat(Report.mnist(results)).isEqualTo("""
                | MNIST, 5 epochs | test accuracy | seconds |
                | --------------- | ------------: | ------: |
                | sequential      |        0.9813 |     7.3 |
                | keras-jax       |        0.9801 |    12.0 |
                """);
    }
}
