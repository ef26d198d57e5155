package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.series;
import static dev.sequential.contract.Fixtures.timeLine;
import static dev.sequential.contract.Fixtures.tooEarly;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.data.Queueing;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.3, evaluate. Predictions are 0, so that the loss of a row is its target. */
@Timeout(60)
class Evaluate_RowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);
    private static final INDArray Y = column(1, 2, 3, 4);

    private static Batch batch(double... targets) {
        return Batch.of(column(new double[targets.length]), column(targets));
    }

    @Test
    void e0_defaults() {
        assertThat(Evaluate.of(e -> {}))
                .isEqualTo(new Evaluate(
                        OptionalInt.empty(),
                        1,
                        Optional.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        new Queueing(10, 1, false)));
    }

    @Test
    void e1_lossAndMetricsInTestMode() {
        Sequential model = Sequential.of(Input.of(1), Dropout.of(0.9), Dense.of(1, d -> d.useBias(false)));
        model.setWeights(List.of(column(1)));
        model.compile(STILL, "mae", "mse");
        Scores scores = model.evaluate(Y, X);
        assertThat(scores.loss()).isCloseTo(2.5, close());
        assertThat(scores.get("mse")).isCloseTo(7.5, close());
        // in training most of the inputs would be dropped
        assertThat(model.fit(Y, X).history().get("loss").get(0)).isNotCloseTo(2.5, close());
        assertThat(model.getWeights().get(0).getDouble(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 50})
    void e2_theBatchSizeMakesNoDifference(int batch) {
        Sequential model = line(0.5);
        model.compile("sgd", "mse", "mae");
        INDArray x = counted(50).div(10);
        Scores scores = model.evaluate(x, x.mul(0), e -> e.batchSize(batch));
        double squares = 0;
        for (int i = 0; i < 50; i++) squares += 0.0025 * i * i;
        assertThat(scores.loss()).isCloseTo(squares / 50, close());
        assertThat(scores.get("mae")).isCloseTo(0.5 * 2.45, close());
    }

    @Test
    void e3a_anArray() {
        assertThat(naught().evaluate(X, Y).scalar()).isEqualTo(2.5);
        assertThat(naught().evaluate(new float[4], new int[] {1, 2, 3, 4}).scalar())
                .isEqualTo(2.5);
    }

    @Test
    void e3b_aListForSeveralInputs() {
        Model model = twoInputs();
        model.compile(STILL, "mae");
        assertThat(model.evaluate(List.of(column(1), column(10)), column(0)).loss())
                .isEqualTo(21);
    }

    @Test
    void e3c_aMapByTheNamesOfInputs() {
        Model model = twoInputs();
        model.compile(STILL, "mae");
        assertThat(model.evaluate(Map.of("input_2", column(10), "input_1", column(1)), column(0))
                        .loss())
                .isEqualTo(21);
        refused(
                () -> model.evaluate(Map.of("input_2", column(10)), column(0)),
                "x has no array for input \"input_1\" of the model");
    }

    @Test
    void e3d_generatorsAndSequences() {
        Sequential model = naught();
        for (Dataset data : List.of(
                Feeds.generator(batch(1, 2, 3), batch(4)), Dataset.sequence(new Noting(batch(1, 2, 3), batch(4))))) {
            assertThat(model.evaluate(data, e -> e.steps(2)).loss()).isEqualTo(2.5);
        }
        Batch weighted = Batch.of(X, Y, vector(1, 0, 2, 0.5));
        assertThat(model.evaluate(Feeds.generator(weighted), e -> e.steps(1)).loss())
                .isEqualTo(9 / 4.0);
        assertThat(model.evaluate(Dataset.sequence(new Noting(weighted))).loss())
                .isEqualTo(9 / 4.0);
        refused(
                () -> model.evaluate(Feeds.generator(batch(1))),
                "steps is missing: a generator has no end, so say how many batches to take");
    }

    @Test
    void e3e_nothingIsRefused() {
        refused(() -> naught().evaluate(null, null), "data must not be null");
        refused(() -> naught().evaluate(null, Y), "x must not be null");
        refused(() -> naught().evaluate(X, (Object) null), "y must not be null");
    }

    @Test
    void e4a_targetsAsArrayListAndMap() {
        Model model = twoOutputs();
        model.compile(STILL, "mae");
        INDArray x = column(1, 2);
        List<Double> expected = List.of(1.5 + 3, 1.5, 3.0);
        INDArray zero = column(0, 0);
        assertThat(model.evaluate(x, List.of(zero, zero)).values()).isEqualTo(expected);
        assertThat(model.evaluate(x, Map.of("out_b", zero, "out_a", zero)).values())
                .isEqualTo(expected);
        for (Object y : List.of(Y, List.of(Y), Map.of("line", Y), List.of(1, 2, 3, 4))) {
            assertThat(naught().evaluate(X, y).loss()).isEqualTo(2.5);
        }
    }

    @Test
    void e4b_targetsAndWeightsBesideBatchesAreRefused() {
        Dataset generator = Feeds.generator(batch(1));
        refused(
                () -> naught().evaluate(generator, Y),
                "x must be an INDArray, a Java array of numbers, nested lists of numbers, or a list or map of these,"
                        + " but received a Dataset. It holds x and y already, so give it alone.");
        refused(
                () -> naught().evaluate(generator, e -> e.steps(1).sampleWeight(vector(1))),
                "sampleWeight is for arrays; it has no meaning for a generator, whose batches are as they come");
    }

    @Test
    void e7a_sampleWeights() {
        Sequential model = line(0);
        model.compile(c -> c.optimizer(STILL).loss("mae").weightedMetrics("mae").metrics("mse"));
        Scores scores = model.evaluate(X, Y, e -> e.sampleWeight(vector(1, 0, 2, 0.5)));
        assertThat(scores.loss()).isCloseTo(2.25, close());
        assertThat(scores.get("mae")).isCloseTo(9 / 3.5, close());
        assertThat(scores.get("mse")).isCloseTo(7.5, close());
        assertThat(model.evaluate(
                                X, Y, e -> e.sampleWeight(vector(1, 0, 2, 0.5)).batchSize(3))
                        .loss())
                .isCloseTo(2.25, close());
    }

    @Test
    void e7b_weightsOfTimeSteps() {
        INDArray x = series(1, 2, 3, 4, 5, 6);
        INDArray pattern = matrix(new double[] {1, 1, 0}, new double[] {0, 1, 1});
        Sequential model = timeLine(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").sampleWeightMode("temporal"));
        assertThat(model.evaluate(x, x.mul(0), e -> e.sampleWeight(pattern)).loss())
                .isCloseTo(14 / 6.0, close());
        model.compile(STILL, "mae");
        refused(
                () -> model.evaluate(x, x.mul(0), e -> e.sampleWeight(pattern)),
                "sampleWeight must be one number a sample, shape (2,), but received shape (2, 3)."
                        + " For weights of time steps compile with sampleWeightMode(\"temporal\").");
    }

    @Test
    void e13_whatDoesNotFitIsRefused() {
        refused(() -> naught().evaluate(X, column(1)), "x has 4 rows, but y has 1. Each sample needs its target.");
        refused(
                () -> naught().evaluate(matrix(new double[] {1, 2}), column(1)),
                "Model \"sequential_1\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
        refused(() -> naught().evaluate(Dataset.of(X)), "y is missing: the loss compares the outputs [line] with it");
        tooEarly(
                () -> line(0).evaluate(X, Y),
                "Model \"sequential_3\" is not compiled. Call compile(optimizer, loss) before evaluate.");
    }

    @Test
    void e14a_oneOutputWithoutMetricsIsANumber() {
        assertThat(naught().evaluate(X, Y).scalar()).isEqualTo(2.5);
    }

    @Test
    void e14b_anythingElseIsAList() {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        Scores scores = model.evaluate(X, Y);
        assertThat(scores.values()).containsExactly(2.5, 7.5);
        tooEarly(scores::scalar, "There are 2 scores, not one: [loss, mse]");
        refused(() -> scores.get("mape"), "No score \"mape\"; there are [loss, mse]");
    }

    @Test
    void e14c_metricsNamesAreTheLabels() {
        Model model = twoOutputs();
        model.compile(c -> c.optimizer(STILL)
                .loss("mae")
                .metrics(Map.of("out_b", List.of("mse", "acc")))
                .weightedMetrics("mae"));
        Scores scores = model.evaluate(X, List.of(Y, Y));
        assertThat(model.metricsNames())
                .containsExactly(
                        "loss", "out_a_loss", "out_b_loss", "out_a_mae", "out_b_mse", "out_b_acc", "out_b_mae");
        assertThat(List.copyOf(scores.asMap().keySet())).isEqualTo(model.metricsNames());
        assertThat(scores.values()).containsExactly(5.0, 2.5, 2.5, 2.5, 7.5, 0.0, 2.5);
    }
}
