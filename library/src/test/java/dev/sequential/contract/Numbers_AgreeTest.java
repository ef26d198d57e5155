package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.FitBuilder;
import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The value on the last bar is that of the history, of {@code evaluate} and of a computation by hand: also with weights,
 * batches of different sizes and several outputs. With the rows of section 20 this covers the mistakes of section 21:
 * 1 F7b, F7a; 2, 3 here; 4 here and F20; 5 F4b; 6, 7 C6; 8 C5b; 9 F10b; 10 F3a; 11 X1; 12 X2, C2d; 13 C1a; 14, 15 the
 * golden layers; 16 X3; 17 G19; 18 G17; 19 F15a; 20 here; 21 the golden files; 22 X6.
 */
class Numbers_AgreeTest implements Rows {
    /** What a bar ends with: {@code  - loss: 1.0000 - mae: 2.0000}. */
    private static String shown(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, " - %s: %.4f", e.getKey(), e.getValue()))
                .collect(Collectors.joining());
    }

    /** Checks one epoch whose weights stay: bar, history, evaluate and {@code expected} are the same. */
    private static void agree(
            Model model, Dataset data, Dataset test, Consumer<FitBuilder> options, Map<String, Double> expected) {
        RecordingSink sink = new RecordingSink(true, false);
        Progress.install(() -> sink);
        History history = model.fit(data, f -> options.accept(f.validationData(test)));
        assertThat(sink.shown.get(sink.shown.size() - 2)).endsWith(shown(last(history)));
        Scores scores = model.evaluate(test, e -> e.verbose(0));
        expected.forEach((name, value) -> {
            assertThat(last(history).get(name)).as(name).isCloseTo(value, close());
            assertThat(last(history).get("val_" + name)).as("val_" + name).isCloseTo(value, close());
            assertThat(scores.get(name)).as("evaluate " + name).isCloseTo(value, close());
        });
        assertThat(model.metricsNames()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    private static Map<String, Double> last(History history) {
        return history.history().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().get(e.getValue().size() - 1),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 32})
    void whateverTheBatchSize(int batch) {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        Dataset data = Dataset.of(column(0, 0, 0, 0, 0), column(1, 2, 3, 4, 10));
        agree(model, data, data, f -> f.batchSize(batch).epochs(2), Map.of("loss", 4.0, "mse", 130 / 5.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 32})
    void withSampleWeights(int batch) {
        Sequential model = line(0);
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics("mae").weightedMetrics("mae"));
        Dataset data = Dataset.of(column(0, 0, 0, 0), column(1, 2, 3, 4), vector(1, 0, 2, 0.5));
        // Σ w l / N however the rows are cut, Σ l / N, Σ w l / Σ w
        agree(
                model,
                data,
                data,
                f -> f.batchSize(batch),
                Map.of("loss", 9 / 4.0, "mae", 10 / 4.0, "weighted_mae", 9 / 3.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 32})
    void withSeveralOutputsTheirWeightsAndTheirMetrics(int batch) {
        Model model = twoOutputs();
        model.compile(c -> c.optimizer(STILL)
                .loss(Map.of("out_a", "mae", "out_b", "mse"))
                .lossWeights(Map.of("out_b", 0.1))
                .metrics(Map.of("out_b", "mae"))
                .weightedMetrics(Map.of("out_a", "mse")));
        INDArray zero = column(0, 0, 0);
        Dataset data = Dataset.of(
                column(1, 2, 3), List.of(zero, zero), Map.of("out_a", vector(1, 2, 0), "out_b", vector(0, 1, 1)));
        double a = (1 + 4) / 3.0;
        double b = (16 + 36) / 3.0;
        agree(
                model,
                data,
                data,
                f -> f.batchSize(batch),
                Map.of(
                        "loss",
                        a + 0.1 * b,
                        "out_a_loss",
                        a,
                        "out_b_loss",
                        b,
                        "out_a_mse",
                        (1 + 8) / 3.0,
                        "out_b_mae",
                        (2 + 4 + 6) / 3.0));
    }

    @Test
    void withBatchesOfDifferentSizes() {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        Batch two = Batch.of(column(0, 0), column(1, 1));
        Batch one = Batch.of(column(0), column(7));
        Dataset data = Dataset.sequence(new Feeds.Noting(two, one));
        agree(model, data, data, f -> {}, Map.of("loss", 3.0, "mse", 51 / 3.0));
    }

    /** Precision over all batches, not the mean of their precisions: 1 of 3 positives is right. */
    @Test
    void metricsAccumulateOverBatches() {
        Sequential model = line(1);
        model.compile(STILL, "mae", "precision");
        INDArray x = column(1, 1, 1, 0);
        INDArray y = column(0, 0, 1, 1);
        Map<String, Double> values = last(model.fit(x, y, f -> f.batchSize(2).shuffle(false)));
        assertThat(values.get("precision")).isCloseTo(1 / 3.0, close());
        assertThat(model.evaluate(x, y, e -> e.batchSize(2)).get("precision")).isCloseTo(1 / 3.0, close());
    }

    @Test
    void theBarOfEachBatchShowsTheEpochSoFar() {
        RecordingSink sink = new RecordingSink(true, false);
        Progress.install(() -> sink);
        Sequential model = line(0);
        model.compile(STILL, "mae");
        List<Double> told = new ArrayList<>();
        model.fit(
                counted(4).mul(0),
                column(1, 2, 3, 10),
                f -> f.batchSize(1)
                        .shuffle(false)
                        .callbacks(dev.sequential.callbacks.LambdaCallback.of(
                                c -> c.trainBatchEnd((batch, logs) -> told.add(logs.get("loss"))))));
        assertThat(told).containsExactly(1.0, 1.5, 2.0, 4.0);
        assertThat(sink.shown.get(0)).endsWith(" - loss: 1.0000");
    }

    /** What validation measures does not reach the numbers of training, which are taken before. */
    @Test
    void validationLeavesTheNumbersOfTrainingAlone() {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        History history = model.fit(
                column(0, 0),
                column(1, 3),
                f -> f.epochs(3).validationData(column(0), column(100)).validationFreq(2));
        assertThat(history.history().get("loss")).containsExactly(2.0, 2.0, 2.0);
        assertThat(history.history().get("mse")).containsExactly(5.0, 5.0, 5.0);
        assertThat(history.history().get("val_mse")).containsExactly(10000.0);
    }

    /** A stop in the last batches is not forgotten because validation follows. */
    @Test
    void aStopIsNotLostByValidation() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        History history = model.fit(
                column(0, 0),
                column(1, 3),
                f -> f.epochs(9)
                        .validationData(column(0), column(5))
                        .callbacks(dev.sequential.callbacks.LambdaCallback.of(
                                c -> c.trainBatchEnd((batch, logs) -> model.stopTraining("enough")))));
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.history().get("val_loss")).containsExactly(5.0);
        assertThat(history.stopReason()).isEqualTo("enough");
    }
}
